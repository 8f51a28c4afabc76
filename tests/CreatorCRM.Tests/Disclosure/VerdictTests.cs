using CreatorCRM.Disclosure;
using CreatorCRM.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace CreatorCRM.Tests.Disclosure;

public sealed class VerdictTests
{
    [Fact]
    public void A_verdict_survives_being_stored()
    {
        foreach (var json in CaptionCase.All.Select(example => CrmJson.Write(DisclosureRules.Check(example.Publication))))
            CrmJson.Write(CrmJson.Read<DisclosureVerdict>(json)).ShouldBe(json);
    }

    [Fact]
    public void A_publication_and_its_verdict_survive_being_sent_between_nodes()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        foreach (var publication in CaptionCase.All.Select(example => example.Publication))
        {
            var sent = serializer.Deserialize<Publication>(serializer.SerializeToArray(publication)).ShouldNotBeNull();
            CrmJson.Write(sent).ShouldBe(CrmJson.Write(publication));
            var verdict = DisclosureRules.Check(sent);
            CrmJson.Write(serializer.Deserialize<DisclosureVerdict>(serializer.SerializeToArray(verdict))).ShouldBe(CrmJson.Write(verdict));
        }
    }

    [Fact]
    public void A_stored_verdict_tells_its_rules_their_version_and_the_place() =>
        CrmJson.Write(DisclosureRules.Check(CaptionCase.All.Single(example => example.ToString() == "FR: '#ad' alone").Publication)).ShouldBe(
            """
            {"outcome":"NOT_COMPLIANT","country":"FR","day":"2026-06-01","ruleVersion":"FR-2024-11-08",
            "findings":[{"code":"LABEL_INSUFFICIENT","outcome":"NOT_COMPLIANT",
            "message":"'#ad' does not say clearly in French that this is advertising. ARPP, Recommandation Communication publicitaire numérique:
             The advertising is identified explicitly and at once, in words that the audience understands.",
            "source":"ARPP, Recommandation Communication publicitaire numérique",
            "place":{"part":0,"offset":0,"length":3,"quote":"#ad"}}]}
            """.ReplaceLineEndings(""));
}
