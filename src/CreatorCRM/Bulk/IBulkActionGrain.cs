using Orleans.Concurrency;

namespace CreatorCRM.Bulk;

/// <summary>Does one bulk action. The key is <see cref="EntityKey"/> as text.</summary>
[Alias("bulk-action")]
public interface IBulkActionGrain : IGrainWithStringKey
{
    /// <summary>Starts it; the work goes on after the answer.</summary>
    [Alias("start")] Task<CommandResult> Start(StartBulkAction command, CommandContext context);

    /// <summary>Goes on with what an ended process left; nothing when the work is under way or done.</summary>
    [Alias("resume"), AlwaysInterleave] Task Resume();
}
