namespace CreatorCRM.Webhooks;

/// <summary>What somebody decided about one webhook. The key is <see cref="EntityKey"/> as text. Deliveries are another grain's, under the same key.</summary>
[Alias("webhook")]
public interface IWebhookGrain : IGrainWithStringKey
{
    [Alias("create")] Task<CommandResult> Create(CreateWebhook command, CommandContext context);
    [Alias("change")] Task<CommandResult> Change(WebhookChanges command, CommandContext context);

    /// <summary>The outcome's part is the number of the new secret.</summary>
    [Alias("rotate-secret")] Task<CommandResult> RotateSecret(TimeSpan overlap, CommandContext context);

    [Alias("pause")] Task<CommandResult> Pause(string? reason, CommandContext context);
    [Alias("disable")] Task<CommandResult> Disable(string reason, CommandContext context);
    [Alias("resume")] Task<CommandResult> Resume(CommandContext context);
    [Alias("delete")] Task<CommandResult> Delete(CommandContext context);
}
