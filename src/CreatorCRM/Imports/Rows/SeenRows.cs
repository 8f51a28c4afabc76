namespace CreatorCRM.Imports;

/// <summary>Who stood in earlier rows of the same file.</summary>
internal sealed class SeenRows
{
    private readonly Dictionary<string, int> _accounts = [];
    private readonly Dictionary<string, (int Row, string Agency, string? Country)> _people = [];

    /// <summary>
    /// The same account again is the same person: the later row updates. The same name without any account is the same person unless agency or country differ;
    /// then nobody can tell, and the row is left out rather than mixed into another person.
    /// </summary>
    public ImportedRow Check(ImportedRow row)
    {
        if (row.Candidate is not { } candidate) return row;
        return candidate.NaturalKey is { } key ? Person(row, candidate, key) : Accounts(row, candidate);
    }

    private ImportedRow Accounts(ImportedRow row, CandidateInfluencer candidate)
    {
        foreach (var account in candidate.Accounts)
        {
            var key = $"{(int)account.Platform}:{account.HandleKey}";
            if (_accounts.TryAdd(key, row.Number)) continue;
            row = With(row, $"{account.Handle} on {account.Platform} stands in row {_accounts[key]} already. This row updates it.", fatal: false);
            _accounts[key] = row.Number;
        }
        return row;
    }

    private ImportedRow Person(ImportedRow row, CandidateInfluencer candidate, string key)
    {
        var agency = TextKey.Fold(candidate.Agency ?? "");
        if (_people.TryAdd(key, (row.Number, agency, candidate.Country))) return row;
        var first = _people[key];
        var differs = agency.Length > 0 && first.Agency.Length > 0 && agency != first.Agency || candidate.Country is not null && first.Country is not null
            && candidate.Country != first.Country;
        return differs
            ? With(row, $"Row {first.Row} has the same name but another agency or country. Add a handle or e-mail address to tell the two apart.",
                fatal: true) with { Candidate = null }
            : With(row, $"The same name stands in row {first.Row} already. This row updates it.", fatal: false);
    }

    private static ImportedRow With(ImportedRow row, string message, bool fatal) =>
        row with { Problems = row.Problems.Add(new RowProblem(row.Number, null, message, fatal)) };
}
