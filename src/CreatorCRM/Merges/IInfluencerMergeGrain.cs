using Orleans.Concurrency;

namespace CreatorCRM.Merges;

/// <summary>Does one merge and takes it back. The key is <see cref="EntityKey"/> as text.</summary>
[Alias("influencer-merge")]
public interface IInfluencerMergeGrain : IGrainWithStringKey
{
    /// <summary>Does it; work that takes longer than a moment goes on after the answer.</summary>
    [Alias("start")] Task<CommandResult> Start(StartMerge command, CommandContext context);

    /// <summary>Takes it back; work that takes longer than a moment goes on after the answer.</summary>
    [Alias("undo")] Task<CommandResult> Undo(CommandContext context);

    /// <summary>Goes on with what an ended process left; nothing when the work is under way or done.</summary>
    [Alias("resume"), AlwaysInterleave] Task Resume();
}
