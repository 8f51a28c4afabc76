using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Contracts;

public sealed class ExclusivityTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_contract_that_an_exclusivity_stands_against_is_refused_and_can_be_overridden(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var influencer = await desk.Influencer();
        var bread = await Agreed(desk, influencer, "Bread week", "Halm");
        var contract = await desk.Contracted(bread, new
        {
            category = "Bread",
            term = new { from = "2026-03-01", until = "2026-06-30" },
            exclusivities = new object[] { new { category = "BRÉAD", period = new { from = "2026-03-01", until = "2026-12-31" } },
                new { category = "Butter", brands = new[] { "Kerry" } } },
        });
        var rival = await Agreed(desk, influencer, "Crust days", "Kruste");
        var against = new { partnershipId = rival, terms = new { category = "bread", term = new { from = "2026-06-01", until = "2027-01-31" } } };
        (await desk.Refused("draftContract", against)).ShouldBe("overrideExclusivity EXCLUSIVITY_CONFLICT");
        var told = (await desk.Server.Query("mutation ($input: DraftContractInput!) { draftContract(input: $input) { userErrors { message } } }",
            new { input = against })).Find("draftContract.userErrors.0.message").GetString()!;
        told.ShouldStartWith("Version 1 of the contract in the campaign Bread week stands against it: the exclusivity for BRÉAD (2026-03-01 to 2026-12-31) is broken 2026-06-01 to 2026-12-31.");

        await desk.Do("draftContract", new { partnershipId = rival, terms = new { category = "Cheese" } });
        await desk.Do("draftContract", new { partnershipId = rival, terms = new { category = "bread", term = new { from = "2027-01-01" } } });
        (await desk.Refused("draftContract", new { against.partnershipId, against.terms, overrideExclusivity = new { reason = " " } }))
            .ShouldBe("overrideExclusivity.reason REQUIRED");
        var overridden = await desk.Do("draftContract", new { against.partnershipId, against.terms, overrideExclusivity = new { reason = "Halm agrees" } },
            "contract { id exclusivityOverride exclusivityConflicts { category isOwnExclusivity exclusivity { until } overlap { from until } contract { id } campaign { name } } }");
        overridden.Find("contract.exclusivityOverride").GetString().ShouldBe("Halm agrees");
        overridden.Find("contract.exclusivityConflicts").ToString().ShouldBe(
            $$$"""[{"category":"BRÉAD","isOwnExclusivity":false,"exclusivity":{"until":"2026-12-31"},"overlap":{"from":"2026-06-01","until":"2026-12-31"},"contract":{"id":"{{{contract}}}"},"campaign":{"name":"Bread week"}}]""");
        (await desk.Contract(contract, "exclusivityConflicts { isOwnExclusivity }")).ToString().ShouldBe("""{"exclusivityConflicts":[{"isOwnExclusivity":true}]}""");
        var history = await desk.Server.Query("query ($id: ID!) { partnership(id: $id) { timeline(first: 1) { nodes { summary } } } }", new { id = rival });
        history.Find("partnership.timeline.nodes.0.summary").GetString()!.ShouldEndWith("; exclusivities were overridden: Halm agrees.");

        // A new exclusivity that a contract breaks already, by a brand that it names.
        var named = await Agreed(desk, influencer, "Butter month", "Alm");
        (await desk.Refused("draftContract", new
        {
            partnershipId = named,
            terms = new { exclusivities = new[] { new { category = "Bread", brands = new[] { "halm" } } } }
        }))
            .ShouldBe("overrideExclusivity EXCLUSIVITY_CONFLICT");
        var free = await Agreed(desk, await desk.Influencer(), "Other person", "Kruste");
        await desk.Do("draftContract", new { partnershipId = free, against.terms });
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Campaigns_that_name_no_brand_are_taken_to_be_for_different_ones(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var influencer = await desk.Influencer();
        var terms = new { category = "Spelt", exclusivities = new[] { new { category = "Spelt" } } };
        var contractId = await desk.Contracted(await desk.Agreed(influencer), terms);
        // A contract does not stand against its own next version.
        await desk.Do("amendContract", new { contractId, terms });
        var rival = new { partnershipId = await desk.Agreed(influencer), terms = new { category = "Spelt" } };
        (await desk.Refused("draftContract", rival)).ShouldBe("overrideExclusivity EXCLUSIVITY_CONFLICT");
        await desk.Do("draftContract", new { rival.partnershipId, rival.terms, overrideExclusivity = new { reason = "The same brand" } });
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Of_drafts_at_the_same_moment_one_passes(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var influencer = await desk.Influencer();
        var rivals = new List<string>();
        for (var i = 0; i < 8; i++) rivals.Add(await Agreed(desk, influencer, $"Rival {i}", $"Brand {i}"));
        var outcomes = await Task.WhenAll(rivals.Select(partnershipId => desk.Server.Query(
            "mutation ($input: DraftContractInput!) { draftContract(input: $input) { userErrors { code } } }",
            new { input = new { partnershipId, terms = new { category = "Flour", exclusivities = new[] { new { category = "Flour" } } } } })));
        outcomes.Count(outcome => outcome.Find("draftContract.userErrors").GetArrayLength() == 0).ShouldBe(1);
        outcomes.Count(outcome => outcome.ToString().Contains("EXCLUSIVITY_CONFLICT", StringComparison.Ordinal)).ShouldBe(7);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Promises_of_two_who_turn_out_to_be_one_person_do_not_stop_the_merge_and_are_seen_to_collide(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var (survivor, twin) = (await desk.Influencer(), await desk.Influencer());
        await desk.Contracted(await Agreed(desk, survivor, "Rye", "Halm"), new { category = "Rye", exclusivities = new[] { new { category = "Rye" } } });
        var rival = await desk.Contracted(await Agreed(desk, twin, "Crust", "Kruste"), new { category = "Rye" });
        (await desk.Contract(rival, "exclusivityConflicts { category }")).ToString().ShouldBe("""{"exclusivityConflicts":[]}""");
        var merge = await desk.Do("mergeInfluencers", new { survivorId = survivor, mergedId = twin }, "influencerMerge { id }");
        var id = merge.Find("influencerMerge.id").GetString();
        await Poll.Until(async () => (await desk.Server.Query("query ($id: ID!) { influencerMerge(id: $id) { status } }", new { id }))
            .Find("influencerMerge.status").GetString() == "MERGED", "MERGED");
        (await desk.Contract(rival, "exclusivityConflicts { category campaign { name } }")).ToString().ShouldBe("""{"exclusivityConflicts":[{"category":"Rye","campaign":{"name":"Rye"}}]}""");
        await desk.Do("terminateContract", new { contractId = rival, by = "BRAND", reason = "Two promises", immediateReason = "The same person" });
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_was_sent_keeps_its_text_and_is_signed_by_its_hash(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var influencer = await desk.Influencer("Mia Letter");
        var partnershipId = await Agreed(desk, influencer, "Letters", "Halm");
        var contractId = await desk.Draft(partnershipId);
        const string Texts = "text html: text(format: HTML, language: DE) textSha256 other: textSha256(format: HTML, language: DE)";
        var draft = await desk.Contract(contractId, Texts);
        draft.Find("text").GetString()!.ShouldContain("between Halm (the brand) and Mia Letter (the influencer)");
        draft.Find("html").GetString()!.ShouldStartWith("<article lang=\"de\">");
        await desk.Do("sendContract", new { contractId });
        await desk.Do("updateInfluencer", new { influencerId = influencer, displayName = "Mia Married" });
        (await desk.Contract(contractId, Texts)).ToString().ShouldBe(draft.ToString());
        (await desk.Refused("signContract", new { contractId, party = "INFLUENCER", signedBy = "Mia", textSha256 = new string('0', 64) }))
            .ShouldBe("textSha256 CONTRACT_TEXT_CHANGED");
        var signed = await desk.Do("signContract", new { contractId, party = "INFLUENCER", signedBy = "Mia", textSha256 = draft.Find("other").GetString() },
            "contract { signatures { textSha256 } }");
        signed.Find("contract.signatures.0.textSha256").GetString().ShouldBe(draft.Find("other").GetString());
    }

    private static async Task<string> Agreed(Desk desk, string influencerId, string name, string brand)
    {
        var campaign = (await desk.Do("createCampaign", new { name, brand, status = "ACTIVE" }, "campaign { id }")).Find("campaign.id").GetString();
        var partnership = await desk.Partnership(influencerId, campaign);
        await desk.Do("acceptOffer", new { offerId = await desk.Offer(partnership) });
        return partnership;
    }
}
