using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class OutreachTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_meeting_and_why_it_came_to_nothing(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var campaign = await desk.Campaign();
        var partnership = await desk.Partnership(campaignId: campaign);
        var met = await desk.Do("logMeeting",
            new
            {
                partnershipId = partnership,
                occurredAt = "2026-03-02T10:00:00Z",
                place = "the trade fair",
                participants = (string[])["Mia", "Jo"],
                notes = "Likes bread",
                followUpAt = "2030-01-01T08:00:00Z"
            },
            "outreachMessage { channel place participants body } partnership { stage nextFollowUpAt timeline(first: 3) { nodes { summary } } }");
        met.Find("outreachMessage").ToString().ShouldBe("""{"channel":"IN_PERSON","place":"the trade fair","participants":["Mia","Jo"],"body":"Likes bread"}""");
        met.Find("partnership.stage").GetString().ShouldBe("CONTACTED");
        met.Each("partnership.timeline.nodes", "summary").ShouldContain("A follow-up is due on 2030-01-01.");

        (await desk.Refused("declinePartnership", new { partnershipId = partnership, by = "INFLUENCER", reason = "OTHER" })).ShouldBe("note INVALID");
        var declined = await desk.Do("declinePartnership",
            new { partnershipId = partnership, by = "INFLUENCER", reason = "BUDGET", note = "Wants twice as much" },
            "partnership { stage stageIsManual declinedBy declineReason declineNote }");
        declined.Find("partnership").ToString().ShouldBe("""{"stage":"DECLINED","stageIsManual":true,"declinedBy":"INFLUENCER","declineReason":"BUDGET","declineNote":"Wants twice as much"}""");
        (await desk.Refused("declinePartnership", new { partnershipId = partnership, by = "BRAND", reason = "TIMING" }))
            .ShouldBe("partnershipId ILLEGAL_STAGE");
        (await Found("BUDGET")).ShouldBe([partnership]);
        (await Found("TIMING")).ShouldBeEmpty();
        await desk.Do("changePartnershipStage", new { partnershipId = partnership, stage = "NEGOTIATING" });
        (await Found("BUDGET")).ShouldBeEmpty();

        async Task<string[]> Found(string reason) => (await desk.Server.Query(
            "query ($c: ID!, $r: DeclineReason!) { partnerships(filter: { campaignId: { eq: $c }, declineReason: { eq: $r } }) { nodes { id } } }",
            new { c = campaign, r = reason })).Each("partnerships.nodes", "id");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_template_is_checked_previewed_and_logged_and_old_versions_are_kept(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var partnership = await desk.Partnership(await desk.Influencer("Mia Brot"));
        (await desk.Refused("createMessageTemplate", new
        {
            name = "First letter",
            channel = "EMAIL",
            subject = "{{ campaign.brand",
            body = "Dear {{ influencer.nmae }}"
        }))
            .ShouldBe("subject INVALID_TEMPLATE, body INVALID_TEMPLATE");
        var created = await desk.Do("createMessageTemplate",
            new { name = "First letter", channel = "EMAIL", language = "en", subject = "From {{ campaign.brand }}", body = "Dear {{ influencer.firstName }}," },
            "messageTemplate { id version textVersion placeholders }");
        var template = created.Find("messageTemplate.id").GetString()!;
        created.Find("messageTemplate.placeholders").ToString().ShouldBe("""["campaign.brand","influencer.firstName"]""");
        (await Preview()).ShouldBe("""{"subject":"From ","body":"Dear Mia,","missing":["campaign.brand"],"textVersion":1}""");
        (await desk.Refused("logOutreach", new { partnershipId = partnership, direction = "OUT", channel = "EMAIL", templateId = template }))
            .ShouldBe("templateId MISSING_VALUES");
        await desk.BadInput("logOutreach", new { partnershipId = partnership, direction = "IN", channel = "EMAIL", templateId = template });
        (await desk.Refused("logOutreach", new
        {
            partnershipId = partnership,
            direction = "OUT",
            channel = "EMAIL",
            templateId = NodeOf("MessageTemplate", "none")
        })).ShouldBe("templateId NOT_FOUND");
        (await desk.Refused("logOutreach", new { partnershipId = NodeOf("Partnership", "none"), direction = "OUT", channel = "EMAIL", templateId = template }))
            .ShouldBe("partnershipId NOT_FOUND");

        await desk.Do("updateMessageTemplate", new { templateId = template, subject = "From {{ campaign.brand | default: 'us' }}" });
        var letter = new { partnershipId = partnership, direction = "OUT", channel = "EMAIL", templateId = template, idempotencyKey = "first letter" };
        var logged = await desk.Do("logOutreach", letter,
            "outreachMessage { subject body templateVersion template { name versions { number subject } } }");
        logged.Find("outreachMessage").ToString().ShouldBe(
            """{"subject":"From us","body":"Dear Mia,","templateVersion":2,"template":{"name":"First letter","versions":[{"number":1,"subject":"From {{ campaign.brand }}"},{"number":2,"subject":"From {{ campaign.brand | default: 'us' }}"}]}}""");

        await desk.Do("archiveMessageTemplate", new { templateId = template });
        (await desk.Refused("logOutreach", new { partnershipId = partnership, direction = "OUT", channel = "EMAIL", templateId = template }))
            .ShouldBe("templateId ARCHIVED");
        (await desk.Do("logOutreach", letter, "outreachMessage { subject }")).Find("outreachMessage.subject").GetString()
            .ShouldBe("From us", "a repetition is answered with what was recorded when the template was in use");
        (await desk.Refused("updateMessageTemplate", new { templateId = template, name = "x" })).ShouldBe("templateId ARCHIVED");
        (await desk.Server.Query("{ messageTemplates(filter: { archivedAt: { isNull: true } }) { nodes { id } } }")).Each("messageTemplates.nodes", "id")
            .ShouldNotContain(template);
        await desk.Do("archiveMessageTemplate", new { templateId = template, archived = false });

        async Task<string> Preview() => (await desk.Server.Query(
            "query ($t: ID!, $p: ID!) { previewMessage(templateId: $t, partnershipId: $p) { subject body missing textVersion } }",
            new { t = template, p = partnership })).Find("previewMessage").ToString();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task One_list_of_tasks_and_follow_ups_is_my_day(StorageEngine engine)
    {
        var desk = new Desk(await servers.On(engine));
        var (influencer, campaign) = (await desk.Influencer(), await desk.Campaign());
        var partnership = (await desk.Do("createPartnership", new { influencerId = influencer, campaignId = campaign, owner = "lena" }, "partnership { id }"))
            .Find("partnership.id").GetString()!;
        await desk.Do("scheduleFollowUp", new { partnershipId = partnership, dueAt = "2030-01-03T08:00:00Z", note = "Ask again" });
        await desk.Do("createTask", new { title = "Send the loaf", dueAt = "2030-01-02T08:00:00Z", assignee = "lena", campaignId = campaign });
        await desk.Do("createTask", new
        {
            title = "Call",
            dueAt = "2030-01-04T08:00:00Z",
            assignee = "lena",
            influencerId = influencer,
            partnershipId = partnership
        });
        (await desk.Refused("createTask", new { title = "Lost", dueAt = "2030-01-04T08:00:00Z", influencerId = NodeOf("Influencer", "nobody") }))
            .ShouldBe("influencerId NOT_FOUND");

        var day = await MyDay("2030-01-05T00:00:00Z");
        day.Each("tasks.nodes", "title").ShouldBe(["Send the loaf", "Ask again", "Call"]);
        day.Each("tasks.nodes", "kind").ShouldBe(["MANUAL", "FOLLOW_UP", "MANUAL"]);
        (await MyDay("2030-01-03T00:00:00Z")).Each("tasks.nodes", "title").ShouldBe(["Send the loaf"]);
        var ids = day.Each("tasks.nodes", "id");
        await desk.Do("completeTask", new { taskId = ids[0] });
        (await desk.Refused("dismissTask", new { taskId = ids[0] })).ShouldBe("taskId ILLEGAL_TASK_STATUS");
        (await desk.Refused("reassignTask", new { taskId = ids[1], assignee = "jonas" })).ShouldBe("taskId ILLEGAL_TASK_KIND");
        (await desk.Do("rescheduleTask", new { taskId = ids[1], dueAt = "2030-01-09T08:00:00Z" }, "task { partnership { nextFollowUpAt } }"))
            .Find("task.partnership.nextFollowUpAt").GetString()!
            .ShouldStartWith("2030-01-09T08:00:00");
        await desk.Do("dismissTask", new { taskId = ids[1], reason = "She called" });
        (await desk.Refused("completeTask", new { taskId = ids[1] })).ShouldBe("taskId ILLEGAL_TASK_STATUS");
        await desk.Do("reassignTask", new { taskId = ids[2], assignee = "jonas" });
        (await MyDay("2031-01-01T00:00:00Z")).Each("tasks.nodes", "title").ShouldBeEmpty();

        Task<System.Text.Json.JsonElement> MyDay(string before) => desk.Server.Query("""
            query ($c: ID!, $i: ID!, $before: DateTime!) {
              tasks(filter: { assignee: { eq: "lena" }, status: { eq: OPEN }, dueAt: { lt: $before }, or: [{ campaignId: { eq: $c } }, { influencerId: { eq: $i } }] }, orderBy: { field: DUE_AT }) {
                nodes { id title kind status assignee } } }
            """, new { c = campaign, i = influencer, before });
    }

    private static string NodeOf(string type, string key) => new CreatorCRM.Server.GraphQL.NodeId(type, key).ToString();
}
