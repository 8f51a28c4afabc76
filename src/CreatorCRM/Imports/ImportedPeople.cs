using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>Finds the rows that are about one person: those that share an account, directly or through other rows.</summary>
internal static class ImportedPeople
{
    /// <param name="owners">Whose an account is already.</param>
    /// <returns>Per influencer's id the rows about them, as indexes in the file's order. A row about nobody stands alone.</returns>
    public static IEnumerable<IGrouping<string, int>> Of(string workspace, IReadOnlyList<ImportedRow> rows,
        IReadOnlyDictionary<(Platform, string), string> owners)
    {
        var leader = Enumerable.Range(0, rows.Count).ToArray();
        var first = new Dictionary<(Platform, string), int>();
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var account in rows[i].Candidate?.Accounts ?? [])
            {
                if (!first.TryAdd((account.Platform, account.HandleKey), i)) Join(i, first[(account.Platform, account.HandleKey)]);
            }
        }
        return Enumerable.Range(0, rows.Count).GroupBy(Leader)
            .Select(group => (Rows: group, Id: IdOf(workspace, group.Key, rows, group, owners)))
            .SelectMany(person => person.Rows.Select(row => (person.Id, Row: row)))
            .GroupBy(person => person.Id, person => person.Row);

        int Leader(int i)
        {
            while (leader[i] != i) i = leader[i] = leader[leader[i]];
            return i;
        }

        void Join(int a, int b)
        {
            var (x, y) = (Leader(a), Leader(b));
            leader[Math.Max(x, y)] = Math.Min(x, y);
        }
    }

    // The one who has an account already, else an id that every import derives alike.
    private static string IdOf(string workspace, int leader, IReadOnlyList<ImportedRow> rows, IEnumerable<int> group,
        IReadOnlyDictionary<(Platform, string), string> owners)
    {
        if (rows[leader].Candidate is not { } candidate) return $"row {leader}";
        foreach (var account in group.SelectMany(i => rows[i].Candidate!.Accounts))
        {
            if (owners.TryGetValue((account.Platform, account.HandleKey), out var owner)) return owner;
        }
        return candidate.Accounts.FirstOrDefault() is { } first
            ? IdGenerator.Derive(workspace, "import-account", first.Platform.ToString(), first.HandleKey)
            : IdGenerator.Derive(workspace, "import-person", candidate.NaturalKey!);
    }
}
