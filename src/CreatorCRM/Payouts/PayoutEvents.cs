using System.Collections.Immutable;

namespace CreatorCRM.Payouts;

/// <summary>Something about the payouts of a partnership.</summary>
public interface IPayoutEvent : IEvent;

[EventType("partnership.payout-proposed")]
public sealed record PayoutProposed(string Payout, ImmutableArray<PayoutLine> Lines, Money Transfer, string? InvoiceNumber, DateOnly? DueOn,
    string? AdvanceReason) : IPayoutEvent
{
    public string Summary =>
        $"A payout of {Transfer} was proposed for {string.Join(" + ", Lines.Select(line => line.Description))}{(AdvanceReason is null ? "" : $", as an advance: {AdvanceReason}")}.";
}

[EventType("partnership.payout-approved")]
public sealed record PayoutApproved(string Payout, Money Transfer) : IPayoutEvent
{
    public string Summary => $"Payout {Payout} of {Transfer} was approved.";
}

[EventType("partnership.payout-paid")]
public sealed record PayoutPaid(string Payout, Money Transfer, string Reference, DateOnly PaidOn) : IPayoutEvent
{
    public string Summary => $"Payout {Payout} of {Transfer} was paid on {PaidOn:yyyy-MM-dd} with the reference {Reference}.";
}

[EventType("partnership.payout-failed")]
public sealed record PayoutFailed(string Payout, Money Transfer, string Reason) : IPayoutEvent
{
    /// <summary>The day on which it was paid before it came back; null when it never succeeded.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>Of the transfer that came back.</summary>
    public string? Reference { get; init; }

    public string Summary => PaidOn is { } paidOn
        ? $"Payout {Payout} of {Transfer}, paid on {paidOn:yyyy-MM-dd} with the reference {Reference}, came back: {Reason}."
        : $"Payout {Payout} of {Transfer} failed: {Reason}.";
}

[EventType("partnership.payout-retried")]
public sealed record PayoutRetried(string Payout, Money Transfer, int Attempt) : IPayoutEvent
{
    public string Summary => $"Payout {Payout} of {Transfer} is tried again: attempt {Attempt}.";
}

[EventType("partnership.payout-cancelled")]
public sealed record PayoutCancelled(string Payout, Money Transfer, string Reason) : IPayoutEvent
{
    public string Summary => $"Payout {Payout} of {Transfer} was cancelled: {Reason}.";
}
