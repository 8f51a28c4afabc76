using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Tests.Webhooks;

public sealed class WebhookDecisionTests
{
    private static readonly WebhookOptions Options = new();
    private static readonly Webhook New = Webhook.New(new EntityKey("default", "w1"));

    [Theory]
    [InlineData("http://hooks.example.com/crm", "url")]
    [InlineData("ftp://hooks.example.com/crm", "url")]
    [InlineData("https://user:secret@hooks.example.com/crm", "url")]
    [InlineData("https://hooks.example.com/crm#part", "url")]
    [InlineData("https:///crm", "url")]
    [InlineData("/crm", "url")]
    public void What_is_no_https_address_is_no_target(string url, string field) =>
        New.Create(new CreateWebhook("Data team", url, []), Options).Refusals.Select(refusal => refusal.Field).Distinct().ShouldBe([field]);

    [Theory]
    [InlineData("webhook.created")]
    [InlineData("webhook.*")]
    [InlineData("workspace.*")]
    [InlineData("member.invited")]
    [InlineData("token.created")]
    [InlineData("*")]
    [InlineData("influencer.")]
    public void Kinds_that_do_not_leave_cannot_be_chosen(string kind) =>
        New.Create(new CreateWebhook("Data team", "https://hooks.example.com/crm", ["influencer.created", kind]), Options).Refusals.ShouldHaveSingleItem().Field.ShouldBe("kinds.1");

    [Fact]
    public void A_workspace_has_so_many_webhooks_and_no_more()
    {
        var command = new CreateWebhook("Data team", "https://hooks.example.com/crm", []);
        New.Create(command with { Others = Options.MaxPerWorkspace - 1 }, Options).IsRefused.ShouldBeFalse();
        New.Create(command with { Others = Options.MaxPerWorkspace }, Options).Refusals.ShouldHaveSingleItem().Code.ShouldBe(RefusalCode.TooManyWebhooks);
    }

    [Fact]
    public void A_new_kind_of_entity_leaves_by_webhook_only_when_somebody_decides_it()
    {
        string[] inside = ["webhook", "workspace", "member", "token", "message-template", "task", "bulk-action", "influencer-merge", "segment"];
        AggregateReplay.Kinds.Except(EventKinds.Entities).Except(inside)
            .ShouldBeEmpty("Give the kind a shape in WebhookEntities and add it to EventKinds.Entities, or name it here.");
        EventKinds.Entities.Intersect(inside).ShouldBeEmpty();
    }

    [Fact]
    public void A_change_that_changes_nothing_is_no_event()
    {
        var webhook = New.Apply(new WebhookCreated("Data team", "https://hooks.example.com/crm", ["campaign.*", "influencer.*"]),
            new EventMeta(1, Actor.System, default, default));
        webhook.Change(new WebhookChanges { Name = " Data team ", Kinds = ["influencer.*", "campaign.*", "influencer.*"] }, allowHttp: false).Events.ShouldBeEmpty();
        webhook.Resume().Events.ShouldBeEmpty();
        webhook.RotateSecret(TimeSpan.FromDays(8), default).Refusals.ShouldHaveSingleItem().Field.ShouldBe("overlapHours");
    }
}
