namespace CreatorCRM.Campaigns;

[GrainType("campaign")]
public sealed class CampaignGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services)
    : AggregateGrain<Campaign>(snapshot, services), ICampaignGrain
{
    public Task<CommandResult> Create(CreateCampaign command, CommandContext context) => Execute(context, (state, _) => state.Create(command));

    public Task<CommandResult> Update(CampaignChanges command, CommandContext context) => Execute(context, (state, _) => state.Update(command));
}
