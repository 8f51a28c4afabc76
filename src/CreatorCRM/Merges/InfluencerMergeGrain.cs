using Microsoft.Extensions.Logging;

namespace CreatorCRM.Merges;

/// <summary>Works beside its calls. Every step can be done again, so what a crash cut short is done from the start.</summary>
[GrainType("influencer-merge")]
public sealed class InfluencerMergeGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services, MergePlanner planner,
    MergeWorker worker, TimeProvider time)
    : AggregateGrain<InfluencerMerge>(snapshot, services), IInfluencerMergeGrain
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly AggregateServices _services = services;
    private bool _leaving;
    private Task? _work;

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _leaving = true;
        if (_work is not null) await _work;
        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    public async Task<CommandResult> Start(StartMerge command, CommandContext context)
    {
        var result = await Execute(context, async (state, _) => state.Start(command,
            await planner.Preview(Key.Workspace, command.Survivor, command.Merged, CancellationToken.None)));
        Work();
        await Wait();
        return result;
    }

    public async Task<CommandResult> Undo(CommandContext context)
    {
        var result = await Execute(context, (state, _) => state.Undo());
        Work();
        await Wait();
        return result;
    }

    public Task Resume()
    {
        Work();
        return Task.CompletedTask;
    }

    private void Work()
    {
        if (State.Exists && State.Status.IsUnderWay() && _work is not { IsCompleted: false }) _work = Run();
    }

    // Most merges are done in a moment, and then the answer may well say so.
    private async Task Wait()
    {
        try
        {
            if (_work is { } work) await work.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            // It runs on.
        }
    }

    private async Task Run()
    {
        try
        {
            await Task.Yield();
            while (State.Status.IsUnderWay() && !_leaving)
            {
                DelayDeactivation(TimeSpan.FromMinutes(5));
                if (State.Status == MergeStatus.Running)
                {
                    var counts = await worker.Merge(State);
                    await Execute(new CommandContext(State.StartedBy), (state, _) => state.Complete(counts));
                }
                else
                {
                    await worker.Undo(State);
                    await Execute(new CommandContext(State.UndoneBy!), (state, _) => state.EndUndo());
                }
            }
        }
        catch (Exception e)
        {
            _services.Logger.LogError(e, "The merge {Merge} stopped while it was {Status}; it will be resumed.", Key, State.Status);
            DeactivateOnIdle();
        }
    }
}
