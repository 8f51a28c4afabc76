using CreatorCRM.Bulk;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Relationships;
using CreatorCRM.Tests.Journal;

namespace CreatorCRM.Tests.Influencers;

/// <summary>Places where an influencer refuses.</summary>
public sealed class InfluencerRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Influencer Nobody = Influencer.New(new EntityKey("w", "i"));
    private static readonly Influencer Mia = Nobody.After(Nobody.Create(new CreateInfluencer("Mia", [new NewAccount(Platform.Instagram, "miabrot")],
        new InfluencerChanges()), Now), Now);

    [Fact]
    public void An_influencer_is_made_once_and_whatever_is_done_before_finds_none()
    {
        Mia.Create(new CreateInfluencer("Mia", [], new InfluencerChanges()), Now).Refused().ShouldBe(" Invalid");
        Nobody.Update(new InfluencerChanges()).Refused().ShouldBe("influencerId NotFound");
        Nobody.AddAccount(new NewAccount(Platform.Tiktok, "mia"), Now).Refused().ShouldBe("influencerId NotFound");
        Nobody.Record(new RecordMetrics("1", new Metrics(1), null), Now).Refused().ShouldBe("accountId NotFound");
        Nobody.Set(new SetDoNotContact("asked")).Refused().ShouldBe("influencerId NotFound");
        Nobody.Lift(new LiftDoNotContact("asked")).Refused().ShouldBe("influencerId NotFound");
        Nobody.Set(new SetRelationshipStage(RelationshipStage.Partner, null)).Refused().ShouldBe("influencerId NotFound");
        Nobody.Change(new BulkChange(BulkKind.Tag, "bread")).Refused().ShouldBe("ids NotFound");
    }

    public static TheoryData<string, InfluencerChanges> Wrong => new()
    {
        { "displayName Required", new InfluencerChanges { DisplayName = " " } },
        { "languages.0 Invalid", new InfluencerChanges { Languages = ["de_DE"] } },
        { "country Invalid", new InfluencerChanges { Country = new Change<string?>("Germany") } },
        { "contactPoints.0.value Invalid", new InfluencerChanges { ContactPoints = [new ContactPoint(ContactPointKind.Email, "mia at example.com")] } },
        { "contactPoints.0.value Invalid", new InfluencerChanges { ContactPoints = [new ContactPoint(ContactPointKind.Url, "javascript:alert(1)")] } },
        { "contactPoints TooLong", new InfluencerChanges { ContactPoints = [.. Enumerable.Range(1, 21)
            .Select(i => new ContactPoint(ContactPointKind.Phone, $"{i}"))] } },
        { "agency TooLong", new InfluencerChanges { Agency = new Change<string?>(new string('x', 201)) } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_profile_makes_sense(string refused, InfluencerChanges changes) => Mia.Update(changes).Refused().ShouldBe(refused);

    [Fact]
    public void Accounts_and_their_figures_make_sense()
    {
        Mia.AddAccount(new NewAccount(Platform.Instagram, "@MiaBrot"), Now).Refused().ShouldBe("accounts Invalid");
        Mia.AddAccount(new NewAccount(Platform.Tiktok, " @ "), Now).Refused().ShouldBe("handle Required");
        Mia.AddAccount(new NewAccount(Platform.Instagram, "mia brot!"), Now).Refused().ShouldBe("handle Invalid");
        Mia.AddAccount(new NewAccount(Platform.Tiktok, "miabrot", null, new Metrics(-1)), Now).Refused().ShouldBe("followers Invalid");
        Mia.AddAccount(new NewAccount(Platform.Tiktok, "miabrot", null, new Metrics(1) { ReportedEngagementRate = 1001 }), Now).Refused()
            .ShouldBe("engagementRate Invalid");
        Mia.Record(new RecordMetrics("9", new Metrics(1), null), Now).Refused().ShouldBe("accountId NotFound");
        Mia.Record(new RecordMetrics("1", Metrics.Unknown, Now.AddDays(2)), Now).Refused().ShouldBe("takenAt Invalid, followers Invalid");
        var known = Enumerable.Range(2, 49)
            .Aggregate(Mia, (state, i) => state.After(state.AddAccount(new NewAccount(Platform.Instagram, $"mia.{i}"), Now), Now));
        known.AddAccount(new NewAccount(Platform.Tiktok, "miabrot"), Now).Refused().ShouldBe("handle Invalid");
        Nobody.Create(new CreateInfluencer("", [new NewAccount(Platform.Tiktok, "mia"), new NewAccount(Platform.Tiktok, "MIA")], new InfluencerChanges()), Now)
            .Refused().ShouldBe("displayName Required, accounts Invalid");
    }

    [Fact]
    public void What_is_wished_has_a_reason_and_a_stage_that_follows_is_not_set()
    {
        Mia.Set(new SetDoNotContact(" ")).Refused().ShouldBe("reason Required");
        Mia.Lift(new LiftDoNotContact(" ")).Refused().ShouldBe("reason Required");
        Mia.Set(new SetRelationshipStage(RelationshipStage.DoNotContact, null)).Refused().ShouldBe("stage Invalid");
    }
}
