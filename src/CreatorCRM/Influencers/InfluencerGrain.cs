using CreatorCRM.Bulk;
using CreatorCRM.Relationships;

namespace CreatorCRM.Influencers;

[GrainType("influencer")]
public sealed class InfluencerGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services)
    : AggregateGrain<Influencer>(snapshot, services), IInfluencerGrain
{
    public Task<CommandResult> Create(CreateInfluencer command, CommandContext context) => Execute(context, (state, now) => state.Create(command, now));

    public Task<CommandResult> Update(InfluencerChanges command, CommandContext context) => Execute(context, (state, _) => state.Update(command));

    public Task<CommandResult> AddAccount(NewAccount command, CommandContext context) => Execute(context, (state, now) => state.AddAccount(command, now));

    public Task<CommandResult> RecordMetrics(RecordMetrics command, CommandContext context) => Execute(context, (state, now) => state.Record(command, now));

    public Task<CommandResult> Import(ImportInfluencer command, CommandContext context) => Execute(context, (state, now) => state.Import(command, now));

    public Task<CommandResult> Bulk(BulkChange command, CommandContext context) => Execute(context, (state, _) => state.Change(command));

    public Task<CommandResult> TryBulk(BulkChange command) =>
        Task.FromResult(State.Change(command) is { IsRefused: true } refused ? CommandResult.Refused(Key.Id, Version, refused.Refusals) : CommandResult.Accepted(Key.Id, Version, State.Change(command).Part));

    public Task<CommandResult> SetDoNotContact(SetDoNotContact command, CommandContext context) => Execute(context, (state, _) => state.Set(command));

    public Task<CommandResult> LiftDoNotContact(LiftDoNotContact command, CommandContext context) => Execute(context, (state, _) => state.Lift(command));

    public Task<CommandResult> SetRelationshipStage(SetRelationshipStage command, CommandContext context) => Execute(context, (state, _) => state.Set(command));
}
