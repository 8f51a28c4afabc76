using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>Settles columns that say the same, and which platform a column speaks of.</summary>
internal static class ColumnConflicts
{
    public static void Resolve(List<ColumnDraft> drafts)
    {
        var rivals = drafts.Where(draft => draft.Meaning is not (null or ColumnMeaning.Ignore))
            .GroupBy(draft => (draft.Meaning, draft.Meaning!.Value.IsOfAccount() ? draft.Platform : null)).Where(group => group.Count() > 1);
        foreach (var group in rivals.ToList())
        {
            var best = group.OrderBy(draft => draft.IsGuess).ThenByDescending(Completeness).ThenByDescending(Exactness).ThenBy(draft => draft.Index).First();
            foreach (var other in group.Where(draft => draft != best))
                other.Is(ColumnMeaning.Ignore,
                    $"This also means {ColumnProposals.Screaming(best.Meaning!.Value)}; {best.Name} is used, because it is {Reason(best, other)}.");
        }
    }

    /// <summary>Without a default platform, a handle belongs to the only platform that other headers name.</summary>
    public static void AssignPlatforms(List<ColumnDraft> drafts, Platform? defaultPlatform, List<string> problems)
    {
        var named = drafts.Where(draft => draft.Meaning?.IsOfAccount() == true && draft.Platform is not null)
            .Select(draft => draft.Platform).Distinct().ToList();
        var open = drafts.Where(draft => draft.Meaning == ColumnMeaning.Handle && draft.Platform is null && draft.Values.ProfileShare < 0.5).ToList();
        var byRow = drafts.Exists(draft => draft.Meaning is ColumnMeaning.Platform or ColumnMeaning.ProfileUrl);
        if (defaultPlatform is null && open.Count > 0 && !byRow)
        {
            var others = drafts.Exists(draft => draft.Meaning == ColumnMeaning.Handle && draft.Platform is not null);
            if (named.Count == 1 && !others) open.ForEach(draft => draft.Platform = named[0]);
            else problems.Add("The file does not say on which platform its handles are. Choose a default platform.");
        }
        foreach (var draft in drafts.Where(draft => draft.Meaning?.IsFigure() == true && draft.Platform is not null && !byRow))
            if (draft.Platform != defaultPlatform && !drafts.Exists(other => other.Meaning is ColumnMeaning.Handle && other.Platform == draft.Platform))
                draft.Problems.Add($"No column holds handles on {draft.Platform}, so these figures have no account to go to.");
    }

    // On a rough scale, so that a few blanks do not outweigh a better column.
    private static double Completeness(ColumnDraft draft) =>
        Math.Round(Math.Log2(1 + (draft.Meaning!.Value.IsFigure() ? draft.Values.Numbers.Count : draft.Values.Filled)), 1);

    private static double Exactness(ColumnDraft draft) =>
        draft.Meaning!.Value.IsFigure() && draft.Values.Numbers.Count > 0 ? Math.Round(draft.Values.Numbers.Exact / (double)draft.Values.Numbers.Count, 1) : 0;

    private static string Reason(ColumnDraft best, ColumnDraft other) =>
        !best.IsGuess && other.IsGuess ? "named by its header"
        : Completeness(best) > Completeness(other) ? "more complete"
        : Exactness(best) > Exactness(other) ? "more exact"
        : "the first";
}
