namespace CreatorCRM.Common;

/// <summary>Why a change was refused. Codes are never renamed or reused; new ones may be added.</summary>
public enum RefusalCode
{
    /// <summary>A value is not acceptable; the message says which values are.</summary>
    Invalid,
    /// <summary>A value is missing.</summary>
    Required,
    /// <summary>A text or list is longer than allowed.</summary>
    TooLong,
    /// <summary>What the input refers to does not exist in this workspace.</summary>
    NotFound,
    /// <summary>Something was changed since `expectedVersion`: read it again and decide anew.</summary>
    VersionConflict,
    /// <summary>The idempotency key was used before with another input.</summary>
    IdempotencyKeyReused,
    /// <summary>An account belongs to one influencer only, and this one belongs to another.</summary>
    HandleTaken,
    /// <summary>The influencer must not be contacted.</summary>
    DoNotContact,
    /// <summary>The influencer is in this campaign already.</summary>
    AlreadyInCampaign,
    /// <summary>The current stage does not allow this step.</summary>
    IllegalStage,
    /// <summary>The current status of the offer does not allow this step.</summary>
    IllegalOfferStatus,
    /// <summary>The current status of the contract does not allow this step.</summary>
    IllegalContractStatus,
    /// <summary>The contract ends before its time only with the notice that it asks for, or for a cause; the message says when.</summary>
    NoticeRequired,
    /// <summary>An exclusivity of this or another contract of the influencer stands against it; the message names both and the days.</summary>
    ExclusivityConflict,
    /// <summary>What is to be signed is not the text of this version of the contract.</summary>
    ContractTextChanged,
    /// <summary>An amount of money must not be negative.</summary>
    NegativeMoney,
    /// <summary>Amounts that belong together are in different currencies.</summary>
    CurrencyMismatch,
    /// <summary>A minor's contract needs a guardian's signature.</summary>
    GuardianRequired,
    /// <summary>An uploaded file cannot be read as a table; the message says why and what to do.</summary>
    UnreadableFile,
    /// <summary>A file is larger than allowed.</summary>
    FileTooLarge,
    /// <summary>The import was started already or does not wait to be started.</summary>
    IllegalImportStatus,
    /// <summary>A workspace has this key already.</summary>
    WorkspaceTaken,
    /// <summary>A member has this e-mail address, or signs in as this person, already.</summary>
    MemberExists,
    /// <summary>A workspace that has an owner keeps one.</summary>
    LastOwner,
    /// <summary>Nobody can give what they do not have.</summary>
    BeyondOwnScopes,
    /// <summary>The campaign's budget does not suffice; the message says how much is missing.</summary>
    BudgetExceeded,
    /// <summary>An order of this number was recorded already.</summary>
    OrderTaken,
    /// <summary>An order of zero is a gift, not a sale.</summary>
    NotASale,
    /// <summary>Nothing is left of the sale that could go back.</summary>
    AlreadyReversed,
    /// <summary>The current status of the payout does not allow this step.</summary>
    IllegalPayoutStatus,
    /// <summary>More would be paid than is earned; an advance needs a reason, and goes as far as what is committed.</summary>
    NotEarned,
    /// <summary>A component that is paid or about to be keeps its place and kind in what is agreed; the message says which.</summary>
    ComponentPaid,
    /// <summary>A large payout is approved by somebody else than who proposed it.</summary>
    SecondPersonRequired,
    /// <summary>There are as many tokens already as there may be.</summary>
    TooManyTokens,
    /// <summary>The workspace has as many webhooks as it may have.</summary>
    TooManyWebhooks,
    /// <summary>The current status of the deliverable does not allow this step.</summary>
    IllegalDeliverableStatus,
    /// <summary>Other figures are recorded for this very instant already.</summary>
    MetricsRecorded,
    /// <summary>The post does not mark advertising as the law wants it: have it corrected, or give a reason to override.</summary>
    DisclosureNotCompliant,
    /// <summary>Only a verdict that leaves it open is decided by hand, and this one does not.</summary>
    DisclosureIsClear,
    /// <summary>The current status of the shipment does not allow this step.</summary>
    IllegalShipmentStatus,
    /// <summary>The webhook is paused or disabled: resume it first.</summary>
    IllegalWebhookStatus,
    /// <summary>A template's text cannot be rendered; the message says what is wrong, and in which line and column.</summary>
    InvalidTemplate,
    /// <summary>It was put away and is not used any more; take it back first.</summary>
    Archived,
    /// <summary>A template names what is not known of this partnership; the message says which placeholders.</summary>
    MissingValues,
    /// <summary>The current status of the task does not allow this step.</summary>
    IllegalTaskStatus,
    /// <summary>Tasks of this kind do not take this step.</summary>
    IllegalTaskKind,
    /// <summary>The bulk action, or the merge, was taken back already.</summary>
    AlreadyUndone,
    /// <summary>The bulk action is under way still, or only tried what it would do.</summary>
    IllegalBulkAction,
    /// <summary>A sequence is under way in this partnership already.</summary>
    SequenceRunning,
    /// <summary>The sequence is over in this partnership, or another of its steps is next; the message says which.</summary>
    IllegalSequenceStatus,
    /// <summary>The influencer was merged into another one, which the message names: work with that one, or undo the merge.</summary>
    InfluencerMerged,
    /// <summary>An influencer cannot be merged with themselves.</summary>
    SameInfluencer,
    /// <summary>One of the two is in a merge that is under way, or one that is being undone. Try again when it has come to its end.</summary>
    MergeUnderWay,
    /// <summary>The one that took the other over was merged into a third one since: undo that merge first.</summary>
    SurvivorMerged,
    /// <summary>Another one has this name already.</summary>
    NameTaken,
}
