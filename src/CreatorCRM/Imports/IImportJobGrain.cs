using System.Collections.Immutable;
using Orleans.Concurrency;

namespace CreatorCRM.Imports;

/// <summary>Takes one uploaded file over, row by row. The key is <see cref="EntityKey"/> as text, with the import's id.</summary>
[Alias("import-job")]
public interface IImportJobGrain : IGrainWithStringKey
{
    /// <summary>Starts it; the work goes on after the answer. Starting it again with the same choices changes nothing.</summary>
    [Alias("start")] Task<CommandResult> Start(ImmutableArray<ColumnChoice> choices, Actor actor);

    /// <summary>Null when there is no such import.</summary>
    [Alias("progress"), AlwaysInterleave] Task<ImportProgress?> GetProgress();

    /// <summary>
    /// Answers when the job has come further than so many rows or is complete, and after ten seconds at the latest, started or not. Null when there is no such
    /// import.
    /// </summary>
    [Alias("wait"), AlwaysInterleave] Task<ImportProgress?> WaitForProgress(int beyond);

    /// <summary>
    /// Goes on with what an ended process left; nothing when the work is under way or done. A file that is marked although no job of it is stored waits to be
    /// started again.
    /// </summary>
    [Alias("resume")] Task Resume();
}
