using System.Collections.Immutable;
using CreatorCRM.Compensation;

namespace CreatorCRM.Payouts;

/// <summary>The payouts of a partnership, none ever overwritten.</summary>
public sealed partial record PayoutList
{
    public static PayoutList Empty { get; } = new();

    public ImmutableArray<Payout> All { get; init; } = [];

    /// <summary>Of what is settled; null while nothing is paid or about to be.</summary>
    public Currency? Currency => Open.FirstOrDefault()?.Amount.Currency;

    /// <summary>What is paid, or about to be, for each component. A payout that failed may be tried again, so it counts until it is cancelled.</summary>
    public ImmutableArray<PayoutTotal> Totals =>
        [.. Open.SelectMany(payout => payout.Lines, (payout, line) => (payout.Status, line.Component, Minor: line.Amount.MinorUnits))
        .GroupBy(line => line.Component).OrderBy(lines => lines.Key)
        .Select(lines => new PayoutTotal(lines.Key, lines.Where(line => line.Status == PayoutStatus.Paid).Sum(line => line.Minor),
            lines.Sum(line => line.Minor)))];

    private IEnumerable<Payout> Open => All.Where(payout => payout.Status != PayoutStatus.Cancelled);

    public PayoutList Apply(IPayoutEvent @event, EventMeta meta) => @event switch
    {
        PayoutProposed e => this with
        {
            All = All.Add(new Payout(
                e.Payout, PayoutStatus.Due, e.Lines, e.Transfer, e.InvoiceNumber, e.DueOn, e.AdvanceReason, meta.Actor, meta.OccurredAt, null, [], null, null,
                null)),
        },
        PayoutApproved e => With(e.Payout, payout => Begun(payout, meta) with { ApprovedBy = meta.Actor }),
        PayoutRetried e => With(e.Payout, payout => Begun(payout, meta)),
        PayoutPaid e => With(e.Payout, payout => Ended(payout, PayoutStatus.Paid, e.Reference, meta) with { PaidOn = e.PaidOn, Reference = e.Reference }),
        PayoutFailed { PaidOn: null } e => With(e.Payout, payout => Ended(payout, PayoutStatus.Failed, e.Reason, meta)),
        PayoutFailed e => With(e.Payout, payout => Ended(Begun(payout, meta), PayoutStatus.Failed, e.Reason, meta) with { PaidOn = null, Reference = null }),
        PayoutCancelled e => With(e.Payout, payout => Ended(payout, PayoutStatus.Cancelled, e.Reason, meta) with { CancelReason = e.Reason }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a payout."),
    };

    private PayoutList With(string number, Func<Payout, Payout> change) =>
        this with { All = [.. All.Select(payout => payout.Number == number ? change(payout) : payout)] };

    private static Payout Begun(Payout payout, EventMeta meta) => payout with
    {
        Status = PayoutStatus.Approved,
        Attempts = payout.Attempts.Add(new PayoutAttempt(payout.Attempts.Length + 1, meta.OccurredAt, null, null, null)),
    };

    // What is cancelled while no attempt is under way leaves the attempts as they are.
    private static Payout Ended(Payout payout, PayoutStatus status, string note, EventMeta meta) => payout with
    {
        Status = status,
        Attempts = [.. payout.Attempts.Select(attempt => attempt.EndedAt is null ? attempt with { EndedAt = meta.OccurredAt, Outcome = status, Note = note }
            : attempt)],
    };
}
