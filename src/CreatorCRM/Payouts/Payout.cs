using System.Collections.Immutable;

namespace CreatorCRM.Payouts;

/// <summary>Where a payout stands.</summary>
public enum PayoutStatus
{
    /// <summary>Proposed; nobody has approved it.</summary>
    Due,
    /// <summary>May be transferred.</summary>
    Approved,
    /// <summary>The money has left.</summary>
    Paid,
    /// <summary>The transfer did not succeed, or the money came back; it can be tried again.</summary>
    Failed,
    /// <summary>Given up.</summary>
    Cancelled,
}

/// <summary>What of a payout is for one component, in the words of the agreement that it was proposed under.</summary>
public sealed record PayoutLine(int Component, string Description, Money Amount);

/// <summary>One try to transfer a payout, or the return of one that had succeeded: that begins and ends when it is recorded, and fails.</summary>
/// <param name="Outcome">Null while it is under way.</param>
/// <param name="Note">The transfer's reference, or why it came to nothing.</param>
public sealed record PayoutAttempt(int Number, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, PayoutStatus? Outcome, string? Note);

/// <summary>Money for an influencer, from proposal to transfer.</summary>
/// <param name="Transfer">What leaves the account; it differs from the lines when it is in another currency.</param>
/// <param name="AdvanceReason">Why something is paid before it is earned; null when all was earned.</param>
/// <param name="ProposedBy">Who must not approve it alone when it is large.</param>
public sealed record Payout(
    string Number, PayoutStatus Status, ImmutableArray<PayoutLine> Lines, Money Transfer, string? InvoiceNumber, DateOnly? DueOn, string? AdvanceReason,
    Actor ProposedBy, DateTimeOffset ProposedAt, Actor? ApprovedBy, ImmutableArray<PayoutAttempt> Attempts, DateOnly? PaidOn, string? Reference,
    string? CancelReason)
{
    /// <summary>From which status a payout may go where. What is not here is refused.</summary>
    public static ImmutableDictionary<PayoutStatus, ImmutableArray<PayoutStatus>> Moves { get; } = new Dictionary<PayoutStatus, ImmutableArray<PayoutStatus>>
    {
        [PayoutStatus.Due] = [PayoutStatus.Approved, PayoutStatus.Cancelled],
        [PayoutStatus.Approved] = [PayoutStatus.Paid, PayoutStatus.Failed, PayoutStatus.Cancelled],
        // A bank may return a transfer, days after it.
        [PayoutStatus.Paid] = [PayoutStatus.Failed],
        [PayoutStatus.Failed] = [PayoutStatus.Approved, PayoutStatus.Cancelled],
        [PayoutStatus.Cancelled] = [],
    }.ToImmutableDictionary();

    /// <summary>What it settles of the agreement.</summary>
    public Money Amount => Lines.Select(line => line.Amount).Aggregate((sum, amount) => sum + amount);

    /// <summary>Null when the payout may go there.</summary>
    public Refusal? CannotBecome(PayoutStatus to) => Moves[Status].Contains(to)
        ? null
        : new Refusal(RefusalCode.IllegalPayoutStatus, $"Payout {Number} is {Status.Words()}, so it cannot become {to.Words()}.", "payoutId");
}
