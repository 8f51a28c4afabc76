using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Contracts;

public sealed class ContractStoryTests(PostgresServer postgres)
{
    private readonly LeapingTime _time = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_counter_is_answered_an_amendment_replaces_and_one_version_is_in_force(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var partnership = await desk.Agreed();
        var first = await desk.Draft(partnership);
        (await desk.Refused("recordContractViewed", new { contractId = first })).ShouldBe("contractId ILLEGAL_CONTRACT_STATUS");
        await desk.Do("sendContract", new { contractId = first, offerExpiresOn = "2026-01-15" });
        await desk.Do("recordContractViewed", new { contractId = first });
        var viewed = await desk.Do("recordContractViewed", new { contractId = first }, "contract { status viewedAt offerExpiresOn }");
        viewed.Find("contract").ToString().ShouldBe("""{"status":"VIEWED","viewedAt":"2026-01-01T09:00:00Z","offerExpiresOn":"2026-01-15"}""");
        var countered = await desk.Do("counterContract", new { contractId = first, comments = "Less exclusivity", terms = new { noticeDays = 7 } },
            "contract { status counter { comments terms { noticeDays compensation { description } } } }");
        countered.Find("contract").ToString().ShouldBe(
            """{"status":"COUNTERED","counter":{"comments":"Less exclusivity","terms":{"noticeDays":7,"compensation":[{"description":"a fee of 250.00 EUR"}]}}}""");
        (await desk.Refused("signContract", new { contractId = first, party = "INFLUENCER", signedBy = "Mia" })).ShouldBe("contractId ILLEGAL_CONTRACT_STATUS");

        var second = await desk.Contracted(partnership, new { noticeDays = 7, term = new { from = "2026-01-01", until = "2026-12-31" } });
        (await desk.Contract(second, "status answers { number } amends { number } endsOn inForceSince")).ToString()
            .ShouldBe("""{"status":"COUNTERSIGNED","answers":{"number":1},"amends":null,"endsOn":"2026-12-31","inForceSince":"2026-01-01T09:00:00Z"}""");
        (await desk.Refused("amendContract", new { contractId = first, terms = new { } })).ShouldBe("contractId ILLEGAL_CONTRACT_STATUS");

        var third = (await desk.Do("amendContract", new
        {
            contractId = second,
            terms = new { compensation = Desk.Fee(400), term = new { until = "2026-12-31" } }
        }, "contract { id }"))
            .Find("contract.id").GetString()!;
        (await desk.Status(second)).ShouldBe("COUNTERSIGNED");
        await desk.Do("changePartnershipStage", new { partnershipId = partnership, stage = "IN_PRODUCTION" });
        (await desk.Refused("changePartnershipStage", new { partnershipId = partnership, stage = "CANCELLED" })).ShouldBe("stage ILLEGAL_CONTRACT_STATUS");
        (await Committed()).ShouldBe("250.00");
        await desk.Signed(third);
        (await Committed()).ShouldBe("400.00");
        (await desk.Contract(second, "status replacedBy { number } endedOn")).ToString().ShouldBe("""{"status":"REPLACED","replacedBy":{"number":3},"endedOn":"2026-01-01"}""");
        (await desk.Contract(third, "status amends { number } isRenewal")).ToString().ShouldBe("""{"status":"COUNTERSIGNED","amends":{"number":2},"isRenewal":false}""");
        var fulfilled = await desk.Do("fulfilContract", new { contractId = third, note = "All was published" }, "contract { status reason endedOn }");
        fulfilled.Find("contract").ToString().ShouldBe("""{"status":"FULFILLED","reason":"All was published","endedOn":"2026-01-01"}""");
        (await desk.Refused("fulfilContract", new { contractId = third })).ShouldBe("contractId ILLEGAL_CONTRACT_STATUS");

        async Task<string?> Committed() =>
            (await server.Query("query ($id: ID!) { partnership(id: $id) { cost { committed { amount } } } }", new { id = partnership }))
                .Find("partnership.cost.committed.amount").GetString();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_runs_out_expires_and_can_be_renewed(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var partnership = await desk.Agreed();
        var unsigned = await desk.Draft(partnership);
        (await desk.Refused("sendContract", new { contractId = unsigned, offerExpiresOn = "2025-12-31" })).ShouldBe("offerExpiresOn INVALID");
        await desk.Do("sendContract", new { contractId = unsigned, offerExpiresOn = "2026-01-02" });
        _time.Advance(TimeSpan.FromHours(38));
        (await desk.Refused("signContract", new { contractId = unsigned, party = "INFLUENCER", signedBy = "Mia", signedAt = "2026-01-03T00:00:01Z" }))
            .ShouldBe("contractId ILLEGAL_CONTRACT_STATUS");
        _time.Advance(TimeSpan.FromHours(2));
        await desk.Becomes(unsigned, "EXPIRED");

        var first = await desk.Contracted(partnership, new
        {
            term = new { from = "2026-01-03", until = "2026-01-06" },
            deliverables = new[] { new { kind = "TIKTOK_VIDEO", dueOn = "2026-01-05" } },
            exclusivities = new[] { new { category = "Bread", period = new { until = "2026-01-06" } } },
        });
        (await Ending("2026-01-06")).ShouldBe(1);
        (await Ending("2026-01-05")).ShouldBe(0);
        (await desk.Refused("renewContract", new { contractId = first, term = new { from = "2026-04-01" } })).ShouldBe("term INVALID");
        (await desk.Refused("renewContract", new { contractId = first, term = new { until = "2026-01-06" } })).ShouldBe("term.until INVALID");
        _time.Advance(TimeSpan.FromDays(3));
        (await desk.Status(first)).ShouldBe("COUNTERSIGNED");
        _time.Advance(TimeSpan.FromDays(1));
        await desk.Becomes(first, "EXPIRED");
        (await Ending("2030-01-01")).ShouldBe(0);

        var renewed = await desk.Do("renewContract", new { contractId = first, term = new { from = "2026-04-01", until = "2026-06-30" } },
            "contract { id isRenewal amends { number } terms { deliverables { dueOn } exclusivities { period { until } } } }");
        renewed.Find("contract.terms").ToString().ShouldBe("""{"deliverables":[{"dueOn":null}],"exclusivities":[{"period":{"until":"2026-06-30"}}]}""");
        await desk.Signed(renewed.Find("contract.id").GetString()!);
        (await Ending("2026-06-30")).ShouldBe(1);
        var timeline = await server.Query("query ($id: ID!) { partnership(id: $id) { timeline(first: 4) { nodes { summary actor { name } } } } }",
            new { id = partnership });
        timeline.Each("partnership.timeline.nodes", "summary").Last().ShouldBe("Version 3 of the contract was sent to the influencer.");

        async Task<int> Ending(string day) =>
            (await server.Query($"{{ partnerships(filter: {{ contractEndsOn: {{ lte: \"{day}\" }} }}, orderBy: {{ field: CONTRACT_ENDS_ON }}) {{ totalCount }} }}")).Find("partnerships.totalCount").GetInt32();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Notice_is_kept_unless_a_cause_ends_it_at_once(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var noticed = await desk.Contracted(await desk.Agreed(), new { noticeDays = 14, term = new { until = "2026-12-31" } });
        (await Refused(noticed, new { contractId = noticed, by = "BRAND", reason = "No results", effectiveOn = "2026-01-14" }))
            .ShouldBe("effectiveOn NOTICE_REQUIRED");
        (await Refused(noticed, new { contractId = noticed, by = "BRAND", reason = "No results", effectiveOn = "2026-12-31" }))
            .ShouldBe("effectiveOn ILLEGAL_CONTRACT_STATUS");
        (await Refused(noticed, new { contractId = noticed, by = "BRAND", reason = "No results", immediateReason = "Fraud", effectiveOn = "2025-12-31" }))
            .ShouldBe("effectiveOn INVALID");
        (await Refused(noticed, new { contractId = noticed, by = "BRAND", reason = " " })).ShouldBe("reason REQUIRED");
        var amendment = (await desk.Do("amendContract", new { contractId = noticed, terms = new { noticeDays = 0 } }, "contract { id }")).Find("contract.id")
            .GetString()!;
        var given = await desk.Do("terminateContract", new { contractId = noticed, by = "INFLUENCER", reason = "No time" },
            "contract { status endsOn termination { by reason effectiveOn immediateReason } }");
        given.Find("contract").ToString().ShouldBe(
            """{"status":"COUNTERSIGNED","endsOn":"2026-01-15","termination":{"by":"INFLUENCER","reason":"No time","effectiveOn":"2026-01-15","immediateReason":null}}""");
        (await Refused(noticed, new { contractId = noticed, by = "BRAND", reason = "No results" })).ShouldBe("effectiveOn ILLEGAL_CONTRACT_STATUS");
        _time.Advance(TimeSpan.FromDays(15));
        await desk.Becomes(noticed, "TERMINATED");
        (await desk.Contract(amendment, "status reason")).ToString().ShouldBe("""{"status":"VOIDED","reason":"the contract that it would change was terminated"}""");
        (await desk.Refused("renewContract", new { contractId = noticed, term = new { until = "2027-01-01" } })).ShouldBe("contractId ILLEGAL_CONTRACT_STATUS");

        var excluded = await desk.Contracted(await desk.Agreed());
        (await Refused(excluded, new { contractId = excluded, by = "BRAND", reason = "No results" })).ShouldBe("immediateReason NOTICE_REQUIRED");
        var ended = await desk.Do("terminateContract", new { contractId = excluded, by = "BRAND", reason = "Bought followers", immediateReason = "Fraud" },
            "contract { status endedOn reason }");
        ended.Find("contract").ToString().ShouldBe("""{"status":"TERMINATED","endedOn":"2026-01-16","reason":"Bought followers"}""");

        Task<string> Refused(string contractId, object input) => desk.Refused("terminateContract", input);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_signature_keeps_from_where_it_came(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var contractId = await desk.Draft(await desk.Agreed());
        await desk.Do("sendContract", new { contractId });
        (await desk.Refused("signContract", new
        {
            contractId,
            party = "INFLUENCER",
            signedBy = "Mia",
            evidence = new { ipAddress = "1", userAgent = new string('x', 501) }
        }))
            .ShouldBe("evidence.ipAddress INVALID, evidence.userAgent TOO_LONG");
        var signed = await desk.Do("signContract", new
        {
            contractId,
            party = "INFLUENCER",
            signedBy = "Mia",
            evidence = new { ipAddress = "2001:db8::1", userAgent = "Browser/1.0" }
        },
            "contract { signatures { party signedBy signedAt evidence { ipAddress userAgent } } }");
        signed.Find("contract.signatures.0").ToString().ShouldBe(
            """{"party":"INFLUENCER","signedBy":"Mia","signedAt":"2026-01-01T09:00:00Z","evidence":{"ipAddress":"2001:db8::1","userAgent":"Browser/1.0"}}""");
    }
}
