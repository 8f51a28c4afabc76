using CreatorCRM.Campaigns;
using CreatorCRM.Contracts;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>Texts of contracts: kept ones as they were sent, those of drafts written now, with the names of the time that is asked for.</summary>
public sealed class ContractTextLoader(ContractQueries contracts, Caller caller, PastLoader pasts)
    : BatchLoader<(ContractRow Row, ContractTextFormat Format, ContractLanguage Language), ContractText>
{
    /// <param name="past">The partnership as it was; null: as it is.</param>
    public IDataLoaderResult<ContractText?> Load(ContractRow row, Past? past, ContractTextFormat format, ContractLanguage language)
    {
        if (past is null || row.SentAt is not null) return LoadAsync((row, format, language));
        var partnership = past.One<PartnershipRow>();
        var influencer = pasts.LoadAsync((CreatorCRM.Influencers.Influencer.Kind, partnership.InfluencerId, past.At));
        var campaign = pasts.LoadAsync((Campaigns.Campaign.Kind, partnership.CampaignId, past.At));
        return new LoaderResult<ContractText?>(async cancellation =>
        {
            var person = (await influencer.GetResultAsync(cancellation))!.One<InfluencerRow>();
            var purpose = (await campaign.GetResultAsync(cancellation))!.One<CampaignRow>();
            return ContractTexts.Write(Draft(row), new ContractParties(person.DisplayName, purpose.Name, purpose.Brand, purpose.Product), format, language);
        });
    }

    protected override async Task<IReadOnlyDictionary<(ContractRow Row, ContractTextFormat Format, ContractLanguage Language), ContractText>> LoadBatch(
        IReadOnlyCollection<(ContractRow Row, ContractTextFormat Format, ContractLanguage Language)> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<(ContractRow, ContractTextFormat, ContractLanguage), ContractText>();
        foreach (var asked in keys.Where(key => key.Row.SentAt is not null).GroupBy(key => (key.Format, key.Language)))
        {
            var rows = (await contracts.Texts(caller.Workspace, [.. asked.Select(key => key.Row.Id)], asked.Key.Format, asked.Key.Language, cancellation))
                .ToDictionary(row => row.ContractId);
            foreach (var key in asked.Where(key => rows.ContainsKey(key.Row.Id)))
                found[key] = new ContractText(key.Format, key.Language, rows[key.Row.Id].Text);
        }
        var drafts = keys.Where(key => key.Row.SentAt is null).ToList();
        if (drafts.Count == 0) return found;
        var parties = await contracts.Parties(caller.Workspace, [.. drafts.Select(key => key.Row.PartnershipId).Distinct()], cancellation);
        foreach (var key in drafts) found[key] = ContractTexts.Write(Draft(key.Row), parties[key.Row.PartnershipId], key.Format, key.Language);
        return found;
    }

    private static Contracts.Contract Draft(ContractRow row) =>
        new(row.Number, row.Status, CrmJson.Read<Contracts.ContractTerms>(row.Terms), row.DraftedAt, null, [], null) { Amends = row.Amends?[(row.Amends.LastIndexOf('.') + 1)..], IsRenewal = row.IsRenewal };
}
