namespace CreatorCRM.Campaigns;

/// <summary>One campaign. The key is <see cref="EntityKey"/> as text.</summary>
[Alias("campaign")]
public interface ICampaignGrain : IGrainWithStringKey
{
    [Alias("create")] Task<CommandResult> Create(CreateCampaign command, CommandContext context);
    [Alias("update")] Task<CommandResult> Update(CampaignChanges command, CommandContext context);
}
