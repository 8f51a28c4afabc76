using System.Collections.Immutable;

namespace CreatorCRM.Bulk;

/// <summary>What is done with many influencers at once.</summary>
public enum BulkKind
{
    /// <summary>Give a tag.</summary>
    Tag,
    /// <summary>Take a tag away.</summary>
    Untag,
    /// <summary>Put somebody in charge.</summary>
    AssignOwner,
    /// <summary>Put on a campaign's shortlist.</summary>
    AddToCampaign,
    /// <summary>Start a sequence of outreach.</summary>
    StartSequence,
}

/// <summary>What became of one influencer or partnership.</summary>
public enum BulkOutcome
{
    /// <summary>It was done; in a dry run, it would be.</summary>
    Succeeded,
    /// <summary>It was so already, or somebody has changed it since.</summary>
    Unchanged,
    /// <summary>It could not be done; code and message say why.</summary>
    Refused,
}

/// <summary>How far a bulk action has come.</summary>
public enum BulkStatus
{
    /// <summary>Under way.</summary>
    Running,
    /// <summary>Each of those that are meant has a result.</summary>
    Completed,
}

/// <summary>One influencer of an action. What is behind the id is needed to undo.</summary>
/// <param name="Before">What stood there before, null when nothing did; of a sequence that was started, its number in the partnership.</param>
/// <param name="Partnership">The one that was made, or in which a sequence is started; null when the influencer is in none.</param>
[GenerateSerializer, Immutable, Alias("bulk-item")]
public sealed record BulkItem(string Influencer, string? Before = null, string? Partnership = null);

/// <param name="Value">The tag, the owner (null for nobody), or the id of the campaign or sequence.</param>
/// <param name="ValueName">The same for people.</param>
/// <param name="Undoes">The action that is taken back; null for one of its own.</param>
/// <param name="Owner">Who is in charge of the partnerships that it makes; null: of each its influencer's owner, or else the campaign's.</param>
[GenerateSerializer, Immutable, Alias("start-bulk-action")]
public sealed record StartBulkAction(
    BulkKind Kind, string? Value, string? ValueName, bool DryRun, string? Undoes, ImmutableArray<BulkItem> Items, string? Owner = null);

/// <summary>What became of one influencer.</summary>
public sealed record BulkResult(BulkItem Item, BulkOutcome Outcome, RefusalCode? Code = null, string? Message = null)
{
    public static BulkResult Refused(BulkItem item, Refusal refusal) => new(item, BulkOutcome.Refused, refusal.Code, refusal.Message);
}

/// <summary>A change to one influencer as part of an action.</summary>
/// <param name="Undoing">Only while it still stands as the action left it.</param>
/// <param name="Before">What to put back.</param>
[GenerateSerializer, Immutable, Alias("bulk-change")]
public sealed record BulkChange(BulkKind Kind, string? Value, bool Undoing = false, string? Before = null);
