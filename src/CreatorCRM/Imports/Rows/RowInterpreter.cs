namespace CreatorCRM.Imports;

/// <summary>Makes a candidate of a row.</summary>
internal sealed class RowInterpreter(ImportPreview preview)
{
    private readonly ColumnProfile[] _read = [.. preview.Columns.Where(column => column.Meaning != ColumnMeaning.Ignore)];
    private readonly string[] _headers = [.. preview.Columns.Select(column => column.Header ?? "")];

    public ImportedRow Interpret(TableRow row)
    {
        var draft = new CandidateDraft(row.Number);
        if (preview.HeaderRow is not null && TableScan.IsRepeated(row, _headers))
        {
            draft.Warn(null, "The row repeats the header and was skipped.");
            return new ImportedRow(row.Number, null, [.. draft.Problems]);
        }
        var candidate = FitsTable(row, draft) ? Read(row, draft) : null;
        return new ImportedRow(row.Number, candidate, [.. draft.Problems]);
    }

    // A cell too many is most often a delimiter within a text that is not quoted: from there on every value stands in the wrong column.
    private bool FitsTable(TableRow row, CandidateDraft draft)
    {
        var columns = preview.Columns.Length;
        if (row.Cells.Length > columns && Array.Exists(row.Cells[columns..], cell => !string.IsNullOrWhiteSpace(cell)))
        {
            draft.Fail($"The row has {row.Cells.Length} cells, the table {columns} columns. A text that contains the delimiter must stand in quotation marks.");
            return false;
        }
        if (row.Cells.Length < columns)
            draft.Warn(null, $"The row has {row.Cells.Length} cells, the table {columns} columns. The missing cells are taken as empty.");
        return true;
    }

    private CandidateInfluencer? Read(TableRow row, CandidateDraft draft)
    {
        foreach (var column in _read)
            if (column.Index < row.Cells.Length) CellReader.Read(row.Cells[column.Index], column, draft);
        TakeAccountsFromName(draft);
        var assembler = new AccountAssembler(draft, preview.DefaultPlatform);
        var accounts = assembler.Assemble();
        var given = draft.Name ?? NameText.Join(draft.FirstName, draft.LastName) ?? draft.NameBesideMention;
        var email = draft.Contacts.Find(contact => contact.Kind == ContactKind.Email)?.Value;
        var name = NameText.IsLost(given) ? null : given;
        if (given is not null && NameText.Problem(given) is { } problem) draft.Warn(null, problem);
        if ((name ?? (accounts.Count > 0 ? accounts[0].Handle : email)) is not { } displayName)
        {
            draft.Fail(assembler.AllFit ? "The row names nobody: it has no handle, name or e-mail address."
                : "The row has no account that can exist and no name.");
            return null;
        }
        return new CandidateInfluencer(displayName, [.. accounts], [.. draft.Niches], [.. draft.Tags], [.. draft.Languages], draft.Country,
            [.. draft.Contacts], draft.Agency, draft.Notes,
            draft.IsMinor, draft.OptOut, accounts.Count > 0 ? null : $"{TextKey.Fold(displayName)}|{TextKey.Fold(email ?? "")}");
    }

    // "Mia Brot (@miabrot) | TikTok" in a column of names.
    private static void TakeAccountsFromName(CandidateDraft draft)
    {
        if (draft.Name is null || !draft.Name.Contains('@', StringComparison.Ordinal) && draft.Name.Length < 24) return;
        var read = MentionText.Read(draft.Name, plain: false);
        if (read.Accounts.Count == 0 || read.Name is null && draft.Mentions.Count > 0) return;
        var keys = draft.Mentions.Select(mention => Influencers.Handle.Key(mention.Handle)).ToList();
        if (read.Name is not null && read.Accounts.All(account => keys.Count == 0 || keys.Contains(Influencers.Handle.Key(account.Handle))))
            draft.Name = read.Name;
        if (draft.Mentions.Count > 0) return;
        foreach (var (platform, handle, url) in read.Accounts) draft.Mentions.Add(new Mention(platform, handle, url, NameColumn));
        if (read.Name is null) draft.Name = null;
    }

    private static ColumnProfile NameColumn { get; } = new(0, "name", ColumnMeaning.DisplayName, null, null, 1, [], []);
}
