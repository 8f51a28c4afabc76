namespace CreatorCRM.Webhooks;

[GrainType("webhooks")]
public sealed class WebhooksGrain(WebhookQueries webhooks) : Grain, IWebhooksGrain
{
    public async Task<CommandResult> Create(string id, CreateWebhook command, CommandContext context)
    {
        var workspace = this.GetPrimaryKeyString();
        var others = await webhooks.Count(workspace, CancellationToken.None);
        return await GrainFactory.GetGrain<IWebhookGrain>(new EntityKey(workspace, id).ToString()).Create(command with { Others = others }, context);
    }
}
