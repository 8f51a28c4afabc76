using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Bulk;

/// <summary>
/// Works beside its calls, chunk by chunk, and records the results of each chunk. Every influencer's change is a keyed command, so a chunk that a crash cut
/// short is run again with the same outcomes.
/// </summary>
[GrainType("bulk-action")]
public sealed class BulkActionGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services, BulkWorker worker)
    : AggregateGrain<BulkAction>(snapshot, services), IBulkActionGrain
{
    private const int ChunkItems = 1_000;

    private readonly AggregateServices _services = services;
    private bool _leaving;
    private Task? _work;

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _leaving = true;
        if (_work is not null) await _work;
        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    public async Task<CommandResult> Start(StartBulkAction command, CommandContext context)
    {
        var result = await Execute(context, (state, _) => state.Start(command));
        Work();
        return result;
    }

    public Task Resume()
    {
        Work();
        return Task.CompletedTask;
    }

    private void Work()
    {
        if (State.Exists && State.Status == BulkStatus.Running && _work is not { IsCompleted: false }) _work = Run();
    }

    private async Task Run()
    {
        try
        {
            await Task.Yield();
            while (State.Status == BulkStatus.Running && !_leaving)
            {
                DelayDeactivation(TimeSpan.FromMinutes(5));
                var processed = State.Processed;
                ImmutableArray<BulkResult> results = [.. await worker.Do(State, [.. State.Items.Skip(processed).Take(ChunkItems)])];
                await Execute(new CommandContext(State.Actor), (state, _) => state.Progress(processed, results));
            }
        }
        catch (Exception e)
        {
            _services.Logger.LogError(e, "The bulk action {Action} stopped after {Processed} influencers; it will be resumed.", Key, State.Processed);
            DeactivateOnIdle();
        }
    }
}
