namespace CreatorCRM.Webhooks;

[GrainType("webhook")]
public sealed class WebhookGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services, WebhookSecrets secrets,
    WebhookOptions options)
    : AggregateGrain<Webhook>(snapshot, services), IWebhookGrain
{
    public Task<CommandResult> Create(CreateWebhook command, CommandContext context) => Execute(context, (state, _) => state.Create(command, options));

    public Task<CommandResult> Change(WebhookChanges command, CommandContext context) =>
        Execute(context, (state, _) => state.Change(command, options.AllowHttp));

    public Task<CommandResult> RotateSecret(TimeSpan overlap, CommandContext context) => Execute(context, (state, now) => state.RotateSecret(overlap, now));

    public Task<CommandResult> Pause(string? reason, CommandContext context) => Execute(context, (state, _) => state.Pause(reason));

    public Task<CommandResult> Disable(string reason, CommandContext context) => Execute(context, (state, _) => state.Disable(reason));

    public Task<CommandResult> Resume(CommandContext context) => Execute(context, (state, _) => state.Resume());

    public async Task<CommandResult> Delete(CommandContext context)
    {
        var result = await Execute(context, (state, _) => state.Delete());
        // Here and not only by the work that delivers, which may be nowhere: nobody can sign in its name any more.
        if (result.IsAccepted) await secrets.Forget(Key, CancellationToken.None);
        return result;
    }
}
