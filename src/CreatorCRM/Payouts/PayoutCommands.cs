using System.Collections.Immutable;

namespace CreatorCRM.Payouts;

/// <summary>What of a payout is for one component.</summary>
/// <param name="Component">Counts the components of all agreements, from 1.</param>
/// <param name="Amount">In the currency of what was agreed.</param>
[GenerateSerializer, Immutable, Alias("payout-part")]
public sealed record PayoutPart(int Component, Money Amount);

/// <param name="Transfer">What is transferred when that is in another currency; null is the sum of the parts.</param>
/// <param name="AdvanceReason">Why something is paid before it is earned; null allows what is earned only.</param>
[GenerateSerializer, Immutable, Alias("propose-payout")]
public sealed record ProposePayout(ImmutableArray<PayoutPart> Parts, Money? Transfer, string? InvoiceNumber, DateOnly? DueOn, string? AdvanceReason);

/// <param name="Payout">Its number.</param>
[GenerateSerializer, Immutable, Alias("approve-payout")]
public sealed record ApprovePayout(string Payout);

/// <param name="Reference">Of the transfer, as the bank shows it.</param>
/// <param name="PaidOn">Null is today.</param>
[GenerateSerializer, Immutable, Alias("mark-payout-paid")]
public sealed record MarkPayoutPaid(string Payout, string Reference, DateOnly? PaidOn);

[GenerateSerializer, Immutable, Alias("fail-payout")]
public sealed record FailPayout(string Payout, string Reason);

[GenerateSerializer, Immutable, Alias("retry-payout")]
public sealed record RetryPayout(string Payout);

[GenerateSerializer, Immutable, Alias("cancel-payout")]
public sealed record CancelPayout(string Payout, string Reason);
