using CreatorCRM.Contracts;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>Texts of contracts: kept ones as they were sent, those of drafts written now.</summary>
public sealed class ContractTextLoader(ContractQueries contracts, Caller caller)
    : BatchLoader<(ContractRow Row, ContractTextFormat Format, ContractLanguage Language), ContractText>
{
    public IDataLoaderResult<ContractText?> Load(ContractRow row, ContractTextFormat format, ContractLanguage language) => LoadAsync((row, format, language));

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
