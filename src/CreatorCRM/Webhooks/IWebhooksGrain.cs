namespace CreatorCRM.Webhooks;

/// <summary>A workspace's webhooks, which come into being here one after the other, since only so they can be counted. The key is the workspace's.</summary>
[Alias("webhooks")]
public interface IWebhooksGrain : IGrainWithStringKey
{
    /// <param name="id">The new one's.</param>
    [Alias("create")] Task<CommandResult> Create(string id, CreateWebhook command, CommandContext context);
}
