using CreatorCRM.Access;
using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>What the partnerships of a campaign cost together, in one currency.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class CampaignSpend(CampaignSpendRow row)
{
    /// <summary>What the brand is bound to at most.</summary>
    public Money Committed => Amount(row.CommittedMinor);

    /// <summary>What influencers have a right to so far.</summary>
    public Money Earned => Amount(row.EarnedMinor);

    /// <summary>What was paid.</summary>
    public Money Paid => Amount(row.PaidMinor);

    /// <summary>
    /// What of the budget is not committed; below zero when the budget was cut below what is. Null when the campaign has no budget in this currency.
    /// </summary>
    public Money? Left => row.CeilingMinor is { } ceiling ? Amount(ceiling - row.CommittedMinor) : null;

    /// <summary>The currency of all amounts.</summary>
    public Currency CurrencyCode => Currency.Parse(row.Currency);

    private Money Amount(long minor) => new(minor, CurrencyCode);
}

[Extends(typeof(Campaign))]
[Requires(Scope.RelationshipsRead)]
public static class CampaignSpends
{
    /// <summary>What its partnerships cost, in the currency of the budget. Null when there is no budget and nothing is committed.</summary>
    public static IDataLoaderResult<CampaignSpend?> Spend(Campaign campaign, SpendOfCampaigns loader, PastPartnershipsOf past) =>
        Spends(campaign, loader, past).Then(spends => spends is [var first, ..] ? first : null);

    /// <summary>What its partnerships cost in each currency, that of the budget first.</summary>
    public static IDataLoaderResult<IReadOnlyList<CampaignSpend>> Spends(Campaign campaign, SpendOfCampaigns loader, PastPartnershipsOf past) => campaign.At is { } at
        ? past.LoadRows(Campaigns.Campaign.Kind, campaign.Row.Id, at)
            .Then(IReadOnlyList<CampaignSpend> (rows) => [.. CampaignSpendRow.Of(campaign.Row, rows).Select(row => new CampaignSpend(row))])
        : loader.LoadAsync(campaign.Row.Id);
}

public sealed class SpendOfCampaigns(CampaignQueries campaigns, Caller caller) : ListLoader<string, CampaignSpend>
{
    protected override async Task<ILookup<string, CampaignSpend>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await campaigns.SpendOf(caller.Workspace, keys, cancellation)).SelectMany(rows => rows).ToLookup(row => row.CampaignId, row => new CampaignSpend(row));
}
