namespace CreatorCRM.Webhooks;

[GrainType("webhook")]
public sealed class WebhookGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services, WebhookOptions options)
    : AggregateGrain<Webhook>(snapshot, services), IWebhookGrain
{
    public Task<CommandResult> Create(CreateWebhook command, CommandContext context) => Execute(context, (state, _) => state.Create(command, options.AllowHttp));

    public Task<CommandResult> Change(WebhookChanges command, CommandContext context) => Execute(context, (state, _) => state.Change(command, options.AllowHttp));

    public Task<CommandResult> RotateSecret(TimeSpan overlap, CommandContext context) => Execute(context, (state, now) => state.RotateSecret(overlap, now));

    public Task<CommandResult> Pause(string? reason, CommandContext context) => Execute(context, (state, _) => state.Pause(reason));

    public Task<CommandResult> Disable(string reason, CommandContext context) => Execute(context, (state, _) => state.Disable(reason));

    public Task<CommandResult> Resume(CommandContext context) => Execute(context, (state, _) => state.Resume());

    public Task<CommandResult> Delete(CommandContext context) => Execute(context, (state, _) => state.Delete());
}
