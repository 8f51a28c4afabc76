using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>Proposes what each column means: the header first, checked against the values; the values alone where the header says nothing.</summary>
internal static class ColumnProposals
{
    public static List<ColumnProfile> Propose(IReadOnlyList<string> headers, IReadOnlyList<ColumnStatistics> columns, Platform? defaultPlatform,
        List<string> problems)
    {
        var drafts = columns.Select((values, i) => new ColumnDraft(i, i < headers.Count ? headers[i] : null, values)).ToList();
        foreach (var draft in drafts)
        {
            FromHeader(draft);
            ColumnChecks.AgainstValues(draft);
            if (draft.Meaning is null) FromValues(draft);
        }
        Names(drafts);
        if (!drafts.Exists(IsIdentity)) FromShape(drafts);
        if (headers.Count == 0) Figures(drafts);
        ColumnConflicts.Resolve(drafts);
        ColumnConflicts.AssignPlatforms(drafts, defaultPlatform, problems);
        return [.. drafts.Select(draft => draft.ToProfile())];
    }

    private static bool IsIdentity(ColumnDraft draft) => draft.Meaning is ColumnMeaning.Handle or ColumnMeaning.ProfileUrl;

    private static void FromHeader(ColumnDraft draft)
    {
        var (reading, values) = (draft.Reading, draft.Values);
        draft.Platform = reading.Platform;
        if (reading.Meaning is { } meaning)
        {
            if (!reading.MayBeTotal) draft.Is(meaning);
            else draft.Is(ColumnMeaning.Ignore, $"This may be a total. Choose {Screaming(meaning)} if it is an average per post.");
        }
        else if (reading.Platform is not null && !values.IsEmpty)
        {
            if (values.LinkShare >= 0.5) draft.Is(ColumnMeaning.ProfileUrl);
            else if (values.NumberShare >= 0.6) draft.Is(ColumnMeaning.Followers);
            else if (values.HandleShare >= 0.5) draft.Is(ColumnMeaning.Handle);
        }
    }

    private static void FromValues(ColumnDraft draft)
    {
        var values = draft.Values;
        if (values.IsEmpty) return;
        if (values.ProfileShare >= 0.6) draft.Guess(ColumnMeaning.ProfileUrl);
        else if (values.EmailShare >= 0.6) draft.Guess(ColumnMeaning.Email);
        else if (values.MentionShare >= 0.6) draft.Guess(ColumnMeaning.Handle);
    }

    // "Vorname, Name": beside a first name, a plain "name" is the last name. A name column full of @mentions holds handles.
    private static void Names(List<ColumnDraft> drafts)
    {
        var name = drafts.Find(draft => draft.Meaning == ColumnMeaning.DisplayName);
        if (name is null) return;
        if (drafts.Exists(draft => draft.Meaning == ColumnMeaning.FirstName) && !drafts.Exists(draft => draft.Meaning == ColumnMeaning.LastName)
            && name.Header?.ToLowerInvariant() is "name" or "nom" or "nome") name.Is(ColumnMeaning.LastName);
        else if (name.Values.MentionShare >= 0.8 && !drafts.Exists(IsIdentity)) name.Is(ColumnMeaning.Handle);
    }

    // Nothing says who the people are: a column of single words is taken for handles, else the first column of words for names.
    private static void FromShape(List<ColumnDraft> drafts)
    {
        var unknown = drafts.Where(draft => draft.Meaning is null && !draft.Values.IsEmpty && draft.Values.NumberShare < 0.2).ToList();
        var handle = unknown.Find(draft => draft.Values.HandleShare >= 0.9 && (drafts.Count == 1 || draft.Header is null));
        handle?.Guess(ColumnMeaning.Handle);
        if (drafts.Exists(draft => draft.Meaning is ColumnMeaning.DisplayName or ColumnMeaning.FirstName or ColumnMeaning.LastName)) return;
        unknown.Find(draft => draft != handle && draft.Values.LinkShare < 0.2 && draft.Values.EmailShare < 0.2)?.Guess(ColumnMeaning.DisplayName);
    }

    // Without a header, a single column of large numbers counts followers.
    private static void Figures(List<ColumnDraft> drafts)
    {
        var numbers = drafts.Where(draft => draft.Meaning is null && draft.Values.NumberShare >= 0.9 && draft.Values.Numbers.Max >= 1_000).ToList();
        if (numbers.Count == 1) numbers[0].Guess(ColumnMeaning.Followers);
        var texts = drafts.Where(draft => draft.Meaning is null && draft.Values.NumberShare < 0.2 && !draft.Values.IsEmpty).ToList();
        if (!drafts.Exists(draft => draft.Meaning == ColumnMeaning.DisplayName) && texts.Count > 0
            && drafts.Exists(IsIdentity)) texts[0].Guess(ColumnMeaning.DisplayName);
    }

    /// <summary>As the API spells it: <c>AVERAGE_LIKES</c>.</summary>
    internal static string Screaming(ColumnMeaning meaning) =>
        string.Concat(meaning.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : char.ToUpperInvariant(c).ToString()));
}
