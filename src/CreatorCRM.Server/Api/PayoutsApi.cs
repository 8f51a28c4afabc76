using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>Money for an influencer, from proposal to transfer.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Payout(PayoutRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<Payout>(row.Id);

    /// <summary>Counts the partnership's payouts, from 1.</summary>
    public int Number => row.Number;

    /// <summary>Where it stands.</summary>
    public PayoutStatus Status => row.Status;

    /// <summary>What it settles, in the currency of what was agreed.</summary>
    public Money Amount => new(row.AmountMinor, Currency.Parse(row.Currency));

    /// <summary>What leaves the account. It differs from the amount when it is in another currency.</summary>
    public Money Transfer => new(row.TransferMinor, Currency.Parse(row.TransferCurrency));

    /// <summary>What it is for.</summary>
    public IReadOnlyList<PayoutLine> Lines =>
        [.. CrmJson.Read<List<Payouts.PayoutLine>>(row.Lines).Select(line => new PayoutLine(line.Component, line.Description, line.Amount))];

    /// <summary>Each try to transfer it and each return of one that had succeeded, the first one first.</summary>
    public IReadOnlyList<PayoutAttempt> Attempts => [.. CrmJson.Read<List<Payouts.PayoutAttempt>>(row.Attempts)
        .Select(attempt => new PayoutAttempt(attempt.Number, attempt.StartedAt, attempt.EndedAt, attempt.Outcome, attempt.Note))];

    /// <summary>The number of the influencer's invoice.</summary>
    public string? InvoiceNumber => row.InvoiceNumber;

    /// <summary>The day by which it is to be paid; null when that is open.</summary>
    public DateOnly? DueOn => row.DueOn;

    /// <summary>Why something is paid before it is earned; null when all was earned.</summary>
    public string? AdvanceReason => row.AdvanceReason;

    /// <summary>The name of who proposed it.</summary>
    public string ProposedBy => row.ProposedBy;

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt => row.ProposedAt;

    /// <summary>The name of who approved it; null while nobody did.</summary>
    public string? ApprovedBy => row.ApprovedBy;

    /// <summary>The day on which it was paid; null while it is not, and when the bank returned it.</summary>
    public DateOnly? PaidOn => row.PaidOn;

    /// <summary>Of the transfer, as the bank shows it; null when the bank returned it.</summary>
    public string? Reference => row.Reference;

    /// <summary>Why it was given up.</summary>
    public string? CancelReason => row.CancelReason;

    /// <summary>The partnership it belongs to.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId, past?.At);

    /// <summary>Who is paid.</summary>
    public IDataLoaderResult<Influencer> Influencer(InfluencerLoader loader) => loader.LoadExisting(row.InfluencerId, past?.At);
}

/// <summary>What of a payout is for one component.</summary>
/// <param name="Component">The component's number in `partnership { cost { components } }`.</param>
/// <param name="Description">The component in the words of the agreement at that time.</param>
/// <param name="Amount">How much.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record PayoutLine(int Component, string Description, Money Amount);

/// <summary>One try to transfer a payout. When the bank returns one that was PAID, that is an attempt of its own, which FAILED at once.</summary>
/// <param name="Number">Counts them, from 1.</param>
/// <param name="StartedAt">When it was approved, tried again or returned.</param>
/// <param name="EndedAt">When it came to its end; null while it is under way.</param>
/// <param name="Outcome">PAID, FAILED or CANCELLED; null while it is under way.</param>
/// <param name="Note">The transfer's reference, or why it came to nothing.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record PayoutAttempt(int Number, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, PayoutStatus? Outcome, string? Note);

[Extends(typeof(Partnership))]
[Requires(Scope.RelationshipsRead)]
public static class PartnershipPayouts
{
    /// <summary>What the influencer is paid, in the order in which it was proposed, at most 500.</summary>
    public static IDataLoaderResult<IReadOnlyList<Payout>> Payouts(Partnership partnership, PayoutsOfPartnership loader) =>
        loader.LoadAsync(partnership.Key, partnership.Past);
}

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class PayoutsQuery
{
    /// <summary>All payouts.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="orderBy">Those proposed last come first when left out.</param>
    public static async Task<Page<Payout>> Payouts(
        PayoutQueries payouts, Caller caller, PageRequest page, CancellationToken cancellation, PayoutFilter? filter = null, PayoutOrder? orderBy = null) =>
        (await payouts.List(caller.Workspace, ReadIds(filter), orderBy, page, cancellation)).Select(row => new Payout(row));

    /// <summary>The same filter of keys. A copy: a variable of the operation may be the filter of several fields.</summary>
    private static PayoutFilter? ReadIds(PayoutFilter? filter) => filter?.With(
        (copy, path) =>
        {
            copy.InfluencerId = copy.InfluencerId.ReadKeys<Influencer>([.. path, "influencerId"]);
            copy.CampaignId = copy.CampaignId.ReadKeys<Campaign>([.. path, "campaignId"]);
        },
        "filter");
}

public sealed class PayoutLoader(PartnershipPartQueries parts, Caller caller) : PartLoader<PayoutRow, Payout>(parts, caller, row => new Payout(row));

public sealed class PayoutsOfPartnership(PartnershipPartQueries parts, Caller caller)
    : PartsLoader<PayoutRow, Payout>(parts, caller, (row, past) => new Payout(row, past));
