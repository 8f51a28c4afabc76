using CreatorCRM.Bulk;
using CreatorCRM.Relationships;
using CreatorCRM.Sequences;

namespace CreatorCRM.Influencers;

[GrainType("influencer")]
public sealed class InfluencerGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services, SequenceOptOuts optOuts)
    : AggregateGrain<Influencer>(snapshot, services), IInfluencerGrain
{
    private static readonly Refusal NotRecorded = new(RefusalCode.VersionConflict,
        "A sequence that the opt-out stopped could not be ended in its partnership yet, and would go on. Try again in a moment.");

    public Task<CommandResult> Create(CreateInfluencer command, CommandContext context) => Do(context, (state, now) => state.Create(command, now));

    public Task<CommandResult> Update(InfluencerChanges command, CommandContext context) => Do(context, (state, _) => state.Update(command));

    public Task<CommandResult> AddAccount(NewAccount command, CommandContext context) => Do(context, (state, now) => state.AddAccount(command, now));

    public Task<CommandResult> RecordMetrics(RecordMetrics command, CommandContext context) => Do(context, (state, now) => state.Record(command, now));

    public async Task<CommandResult> Import(ImportInfluencer command, CommandContext context)
    {
        var result = await Do(context, (state, now) => state.Import(command, now));
        if (command.OptOut is not null) await EndSequences(context.Actor);
        return result;
    }

    public Task<CommandResult> Bulk(BulkChange command, CommandContext context) => Do(context, (state, _) => state.Change(command));

    public Task<CommandResult> TryBulk(BulkChange command) =>
        Task.FromResult(State.Own(() => State.Change(command)) is { IsRefused: true } refused ? CommandResult.Refused(Key.Id, Version, refused.Refusals)
            : CommandResult.Accepted(Key.Id, Version, State.Change(command).Part));

    public async Task<CommandResult> SetDoNotContact(SetDoNotContact command, CommandContext context)
    {
        var result = await Do(context, (state, _) => state.Set(command));
        await EndSequences(context.Actor);
        return result;
    }

    public async Task<CommandResult> LiftDoNotContact(LiftDoNotContact command, CommandContext context)
    {
        // What the opt-out ended does not go on, even if a node ended before it could record that; so nothing is lifted before all of it is recorded.
        if (!await EndSequences(context.Actor)) return CommandResult.Refused(Key.Id, Version, NotRecorded);
        return await Do(context, (state, _) => state.Lift(command));
    }

    public Task<CommandResult> SetRelationshipStage(SetRelationshipStage command, CommandContext context) => Do(context, (state, _) => state.Set(command));

    public Task<Belongings?> Belongings() => Task.FromResult(State.Exists ? State.Belongings : null);

    public Task<Parting?> Parting(string merge) => Task.FromResult(State.Absorptions.FirstOrDefault(one => one.Merge == merge)?.Parted);

    public Task<CommandResult> MergeAway(MergeAway command, CommandContext context) => Execute(context, (state, _) => state.MergeAway(command));

    public async Task<CommandResult> Absorb(AbsorbInfluencer command, CommandContext context)
    {
        var result = await Execute(context, (state, _) => state.Absorb(command));
        // Whoever takes over a person who opted out has opted out too.
        await EndSequences(context.Actor);
        return result;
    }

    public Task<CommandResult> Separate(SeparateInfluencer command, CommandContext context) => Execute(context, (state, _) => state.Separate(command));

    public Task<CommandResult> Restore(RestoreInfluencer command, CommandContext context) => Execute(context, (state, _) => state.Restore(command));

    private Task<CommandResult> Do(CommandContext context, Func<Influencer, DateTimeOffset, Decision> decide) =>
        Execute(context, (state, now) => state.Own(() => decide(state, now)));

    private async Task<bool> EndSequences(Actor by) => State.DoNotContact is null || await optOuts.Record(Key, by);
}
