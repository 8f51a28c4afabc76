using CreatorCRM.Common;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>Money for an influencer.</summary>
/// <param name="PartnershipId">One with an accepted offer.</param>
/// <param name="Components">What it is for: 1 to 20 of the agreed components, each once.</param>
/// <param name="Transfer">What is transferred when that is in another currency; the sum of the components when left out.</param>
/// <param name="InvoiceNumber">Of the influencer's invoice, at most 100 characters.</param>
/// <param name="DueOn">The day by which it is to be paid.</param>
/// <param name="AdvanceReason">Why something is paid before it is earned, at most 1,000 characters; without it only what is earned can be paid.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ProposePayoutInput(
    NodeId<Partnership> PartnershipId, IReadOnlyList<PayoutComponentInput> Components, Money? Transfer, string? InvoiceNumber, DateOnly? DueOn,
    string? AdvanceReason,
    int? ExpectedVersion, string? IdempotencyKey);

/// <summary>What of a payout is for one component.</summary>
/// <param name="Component">The component's number in `partnership { cost { components } }`.</param>
/// <param name="Amount">Above zero, in the currency of what was agreed.</param>
public sealed record PayoutComponentInput(int Component, Money Amount);

/// <summary>The payout that is approved.</summary>
/// <param name="PayoutId">One that is DUE.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ApprovePayoutInput(NodeId<Payout> PayoutId, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A payout that was transferred.</summary>
/// <param name="PayoutId">One that is APPROVED.</param>
/// <param name="Reference">Of the transfer, as the bank shows it, at most 200 characters.</param>
/// <param name="PaidOn">Today when left out. Until tomorrow.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record MarkPayoutPaidInput(NodeId<Payout> PayoutId, string Reference, DateOnly? PaidOn, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A payout whose transfer did not succeed or came back.</summary>
/// <param name="PayoutId">One that is APPROVED, or PAID when the bank returned it.</param>
/// <param name="Reason">Why, at most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record FailPayoutInput(NodeId<Payout> PayoutId, string Reason, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>The payout to try again.</summary>
/// <param name="PayoutId">One that FAILED.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RetryPayoutInput(NodeId<Payout> PayoutId, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>The payout to give up.</summary>
/// <param name="PayoutId">One that is DUE, APPROVED or FAILED.</param>
/// <param name="Reason">Why, at most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CancelPayoutInput(NodeId<Payout> PayoutId, string Reason, int? ExpectedVersion, string? IdempotencyKey);
