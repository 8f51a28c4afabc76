namespace CreatorCRM.Merges;

/// <summary>Keeps the steps of a merge to the time in which it is under way.</summary>
public static class MergeGuard
{
    /// <summary>
    /// Checked in the commit itself. Two nodes may work on the same merge, as after one was taken for dead; what the later one sends once the other has ended
    /// the merge, and somebody has undone it, would look like the first time. The steps of an undo need no such guard: they take back what bears the merge's
    /// name, and that is there once.
    /// </summary>
    public static RowGuard Running(string merge) => new("influencer_merges", merge, "status = 'RUNNING'",
        Refusal.Invalid("mergeId", "This merge is not running any more, so no step of it can be done."));
}
