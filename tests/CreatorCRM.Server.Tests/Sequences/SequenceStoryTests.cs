using System.Text.Json;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Sequences;

public sealed class SequenceStoryTests(PostgresServer postgres)
{
    private readonly LeapingTime _time = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Steps_come_up_in_my_day_with_their_message_until_the_influencer_answers(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var template = (await desk.Do("createMessageTemplate",
            new { name = "First letter", channel = "EMAIL", subject = "From {{ campaign.brand }}", body = "Dear {{ influencer.firstName }}," },
            "messageTemplate { id }"))
            .Find("messageTemplate.id").GetString()!;
        object[] steps = [new { waitDays = 0, channel = "EMAIL", templateId = template }, new { waitDays = 3, task = "Look at her posts" },
            new { waitDays = 4, channel = "EMAIL", templateId = template }];
        (await desk.Refused("createSequence", new { name = "Spring", steps = (object[])[new { waitDays = 400, templateId = template, task = "Both" }] }))
            .ShouldBe("steps.0.waitDays INVALID, steps.0 INVALID, steps.0.channel INVALID");
        var sequence = (await desk.Do("createSequence", new { name = "Spring", steps }, "sequence { id }")).Find("sequence.id").GetString()!;
        var (mia, campaign) = (await desk.Influencer("Mia Brot"), await desk.Campaign("Bread"));
        var partnership = (await desk.Do("createPartnership", new { influencerId = mia, campaignId = campaign, owner = "lena" }, "partnership { id }"))
            .Find("partnership.id").GetString()!;

        var started = await desk.Do("startSequence", new { partnershipId = partnership, sequenceId = sequence },
            "sequenceRun { id status nextStep { number dueAt } } partnership { sequenceRun { name } }");
        var run = started.Find("sequenceRun.id").GetString()!;
        started.Find("sequenceRun.nextStep").ToString().ShouldBe("""{"number":1,"dueAt":"2026-01-01T09:00:00Z"}""");
        started.Find("partnership.sequenceRun.name").GetString().ShouldBe("Spring");
        (await desk.Refused("startSequence", new { partnershipId = partnership, sequenceId = sequence })).ShouldBe("partnershipId SEQUENCE_RUNNING");
        var day = await MyDay();
        day.Each("tasks.nodes", "title").ShouldBe(["Spring, step 1 of 3: email"]);
        day.Find("tasks.nodes.0.sequenceStep").ToString().ShouldBe("""{"number":1,"channel":"EMAIL","task":null,"preview":{"subject":"From ","body":"Dear Mia,","missing":["campaign.brand"]}}""");

        (await desk.Refused("completeSequenceStep", new { sequenceRunId = run, step = 1 })).ShouldBe("body MISSING_VALUES");
        (await desk.Refused("completeSequenceStep", new { sequenceRunId = run, step = 2 })).ShouldBe("step ILLEGAL_SEQUENCE_STATUS");
        await desk.Do("updateCampaign", new { campaignId = campaign, brand = "Ohnekorn" });
        // What is changed now is for those who are started later.
        await desk.Do("updateSequence", new { sequenceId = sequence, name = "Autumn", steps = (object[])[new { waitDays = 1, task = "Nothing" }] });
        _time.Advance(TimeSpan.FromHours(1));
        var done = await desk.Do("completeSequenceStep", new { sequenceRunId = run, step = 1, idempotencyKey = "once" },
            "sequenceRun { steps { status dueAt message { subject body templateVersion } } } partnership { stage outreach { totalCount } }");
        done.Find("sequenceRun.steps.0").ToString().ShouldBe("""{"status":"DONE","dueAt":"2026-01-01T09:00:00Z","message":{"subject":"From Ohnekorn","body":"Dear Mia,","templateVersion":1}}""");
        done.Find("sequenceRun.steps.1").ToString().ShouldBe("""{"status":"NEXT","dueAt":"2026-01-04T10:00:00Z","message":null}""");
        done.Find("partnership").ToString().ShouldBe("""{"stage":"CONTACTED","outreach":{"totalCount":1}}""");
        await desk.Do("completeSequenceStep", new { sequenceRunId = run, step = 1, idempotencyKey = "once" });

        (await MyDay()).Each("tasks.nodes", "title").ShouldBeEmpty();
        _time.Advance(TimeSpan.FromDays(3));
        var second = (await MyDay()).Find("tasks.nodes.0");
        (second.Text("title"), second.Find("sequenceStep.preview").ValueKind).ShouldBe(("Look at her posts", JsonValueKind.Null));
        (await desk.Refused("rescheduleTask", new { taskId = second.Text("id"), dueAt = "2026-02-01T09:00:00Z" })).ShouldBe("taskId ILLEGAL_TASK_KIND");
        (await desk.Refused("reassignTask", new { taskId = second.Text("id"), assignee = "jonas" })).ShouldBe("taskId ILLEGAL_TASK_KIND");
        (await desk.Do("dismissTask", new { taskId = second.Text("id"), reason = "she posted nothing" }, "task { status }")).Find("task.status").GetString()
            .ShouldBe("DISMISSED");
        (await desk.Refused("completeTask", new { taskId = second.Text("id") })).ShouldBe("taskId ILLEGAL_SEQUENCE_STATUS");
        var before = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromDays(4));
        await desk.Do("archiveMessageTemplate", new { templateId = template });
        var third = (await MyDay()).Find("tasks.nodes.0.id").GetString();
        (await desk.Refused("completeTask", new { taskId = third })).ShouldBe("taskId ARCHIVED");
        await desk.Do("archiveMessageTemplate", new { templateId = template, archived = false });

        await desk.Do("logOutreach", new { partnershipId = partnership, direction = "IN", channel = "EMAIL", body = "With pleasure" });
        (await MyDay()).Each("tasks.nodes", "id").ShouldBeEmpty();
        var now = await server.Query("""
            query ($p: ID!, $s: ID!, $before: DateTime!, $now: DateTime!) {
              partnership(id: $p) { stage sequenceRun { id } sequenceRuns { name status stopReason steps { status } sequence { name } } timeline(first: 2, direction: DESC) { nodes { summary } } }
              then: partnership(id: $p, asOf: $before) { sequenceRun { status nextStep { number preview { body } } } }
              sequence(id: $s) { counts { started active finished stopped replied } timeline { totalCount } }
              changes(subjectId: $p, from: $before, to: $now) { path before after }
            }
            """, new { p = partnership, s = sequence, before, now = _time.GetUtcNow() });
        now.Find("partnership.stage").GetString().ShouldBe("REPLIED");
        now.Find("partnership.sequenceRun").ValueKind.ShouldBe(JsonValueKind.Null);
        now.Find("partnership.sequenceRuns").ToString().ShouldBe(
            """[{"name":"Spring","status":"STOPPED","stopReason":"REPLIED","steps":[{"status":"DONE"},{"status":"SKIPPED"},{"status":"DROPPED"}],"sequence":{"name":"Autumn"}}]""");
        now.Each("partnership.timeline.nodes", "summary").ShouldContain("The sequence Spring was stopped, since the influencer answered.");
        now.Find("then.sequenceRun").ToString().ShouldBe("""{"status":"ACTIVE","nextStep":{"number":3,"preview":null}}""");
        now.Find("sequence").ToString().ShouldBe("""{"counts":{"started":1,"active":0,"finished":0,"stopped":1,"replied":1},"timeline":{"totalCount":3}}""");
        now.Each("changes", "path").ShouldContain("sequenceRuns.1.stopReason");
        (await desk.Refused("startSequence", new { partnershipId = partnership, sequenceId = sequence })).ShouldBe("partnershipId ILLEGAL_STAGE");

        Task<JsonElement> MyDay() => server.Query("""
            query ($before: DateTime!) { tasks(filter: { assignee: { eq: "lena" }, status: { eq: OPEN }, kind: { eq: SEQUENCE_STEP }, dueAt: { lte: $before } }) {
              nodes { id title sequenceRun { id } sequenceStep { number channel task preview { subject body missing } } } } }
            """, new { before = _time.GetUtcNow() });
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_opt_out_a_manager_and_an_archive_keep_it_from_going_on(StorageEngine engine)
    {
        await using var server = await CrmServer.Start(engine, postgres, _time);
        var desk = new Desk(server);
        var template = (await desk.Do("createMessageTemplate", new { name = "First letter", channel = "EMAIL", body = "Dear {{ influencer.name }}," },
            "messageTemplate { id }")).Find("messageTemplate.id").GetString()!;
        var sequence = (await desk.Do("createSequence",
            new { name = "Spring", steps = (object[])[new { waitDays = 0, channel = "EMAIL", templateId = template }] },
            "sequence { id }")).Find("sequence.id").GetString()!;
        var (mia, campaign) = (await desk.Influencer("Mia"), await desk.Campaign());
        var run = await Start(await desk.Partnership(mia, campaign));
        await desk.Do("setDoNotContact", new { influencerId = mia, reason = "She asked" });
        (await Status(run)).ShouldBe("""{"status":"STOPPED","stopReason":"OPTED_OUT","nextStep":null}""");
        (await desk.Refused("completeSequenceStep", new { sequenceRunId = run, step = 1 })).ShouldBe("sequenceRunId ILLEGAL_SEQUENCE_STATUS");

        var other = await desk.Partnership(campaignId: campaign);
        var stopped = await Start(other);
        await desk.Do("stopSequence", new { sequenceRunId = stopped, note = "We met" });
        (await Status(stopped)).ShouldBe("""{"status":"STOPPED","stopReason":"STOPPED_BY_MANAGER","nextStep":null}""");
        (await desk.Refused("skipSequenceStep", new { sequenceRunId = stopped, step = 1 })).ShouldBe("sequenceRunId ILLEGAL_SEQUENCE_STATUS");
        var skipped = await Start(other);
        await desk.Do("skipSequenceStep", new { sequenceRunId = skipped, step = 1 });
        (await Status(skipped)).ShouldBe("""{"status":"FINISHED","stopReason":null,"nextStep":null}""");
        (await desk.Refused("stopSequence", new { sequenceRunId = skipped })).ShouldBe("sequenceRunId ILLEGAL_SEQUENCE_STATUS");

        // One list asks no more of the database for many than for one.
        await Start(other);
        var one = await server.Sql.During(Day);
        foreach (var _ in Enumerable.Range(0, 3)) await Start(await desk.Partnership(campaignId: campaign));
        var many = await server.Sql.During(Day);
        many.Count.ShouldBe(one.Count);
        (await server.Query("{ sequences(filter: { archivedAt: { isNull: true } }) { nodes { name counts { started active finished stopped } } } }"))
            .Find("sequences.nodes").ToString()
            .ShouldBe("""[{"name":"Spring","counts":{"started":7,"active":4,"finished":1,"stopped":2}}]""");

        // Where it was started, the latest start first, with those who opted out among the stopped ones; for many sequences as for one.
        var runs = await server.Query("""
            query ($id: ID!) { sequence(id: $id) {
              all: runs(first: 5) { totalCount pageInfo { hasNextPage endCursor } nodes { status } }
              active: runs(status: ACTIVE, last: 4) { totalCount nodes { partnership { stage } } } finished: runs(status: FINISHED) { nodes { id } } stopped: runs(status: STOPPED, first: 9) { nodes { id stopReason } } } }
            """, new { id = sequence });
        runs.Find("sequence.all.totalCount").GetInt32().ShouldBe(7);
        runs.Each("sequence.all.nodes", "status").ShouldBe(["ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "FINISHED"]);
        (runs.Find("sequence.active.totalCount").GetInt32(), runs.Find("sequence.active.nodes").GetArrayLength()).ShouldBe((4, 4));
        runs.Each("sequence.finished.nodes", "id").ShouldBe([skipped]);
        runs.Each("sequence.stopped.nodes", "id").ShouldBe([stopped, run]);
        runs.Each("sequence.stopped.nodes", "stopReason").ShouldBe(["STOPPED_BY_MANAGER", "OPTED_OUT"]);
        var rest = await server.Query("query ($id: ID!, $after: String) { sequence(id: $id) { runs(first: 5, after: $after) { nodes { id } pageInfo { hasNextPage } } } }",
            new { id = sequence, after = runs.Find("sequence.all.pageInfo.endCursor").GetString() });
        rest.Each("sequence.runs.nodes", "id").ShouldBe([stopped, run]);
        var alone = await server.Sql.During(Lists);
        for (var i = 0; i < 2; i++)
        {
            var next = (await desk.Do("createSequence", new { name = $"Autumn {i}", steps = (object[])[new { waitDays = 0, task = "Call" }] },
                "sequence { id }")).Find("sequence.id").GetString()!;
            await desk.Do("startSequence", new { partnershipId = await desk.Partnership(campaignId: campaign), sequenceId = next });
        }
        (await server.Sql.During(Lists)).Count.ShouldBe(alone.Count);
        // Which they are and how they stand is seen at one moment.
        (await server.Sql.During(() => server.Query("query ($id: ID!) { sequence(id: $id) { runs(status: ACTIVE) { nodes { status } } } }",
            new { id = sequence })))
            .Count(sql => sql.Contains("do_not_contact", StringComparison.Ordinal)).ShouldBe(1);

        await desk.Do("archiveSequence", new { sequenceId = sequence });
        (await desk.Refused("updateSequence", new { sequenceId = sequence, name = "x" })).ShouldBe("sequenceId ARCHIVED");
        (await desk.Refused("startSequence", new { partnershipId = other, sequenceId = sequence, replace = true })).ShouldBe("sequenceId ARCHIVED");
        (await desk.Refused("startSequence", new { partnershipId = other, sequenceId = new CreatorCRM.Server.GraphQL.NodeId("Sequence", "nothing").ToString() })).ShouldBe("sequenceId NOT_FOUND");

        async Task<string> Start(string partnershipId)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            return (await desk.Do("startSequence", new { partnershipId, sequenceId = sequence }, "sequenceRun { id }")).Find("sequenceRun.id").GetString()!;
        }

        async Task<string> Status(string id) =>
            (await server.Query("query ($id: ID!) { node(id: $id) { ... on SequenceRun { status stopReason nextStep { number } } } }", new { id })).Find("node")
                .ToString();

        Task Lists() => server.Query("{ sequences { nodes { name runs(first: 3) { totalCount nodes { name partnership { stage } } } } } }");

        Task Day() =>
            server.Query("{ tasks(filter: { status: { eq: OPEN } }) { nodes { title sequenceRun { name partnership { stage } } sequenceStep { preview { body } template { name } } } } }");
    }
}
