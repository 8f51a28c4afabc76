using CreatorCRM.Compensation;
using CreatorCRM.Payouts;

namespace CreatorCRM.Partnerships;

/// <summary>When payouts can be proposed and moved on. What is earned is owed in an exit too. Pure.</summary>
public partial record Partnership
{
    public Decision Propose(ProposePayout command)
    {
        if (!Exists) return NoSuch;
        return Cost is { } cost ? Payouts.Propose(command, cost) : IllegalStage($"Payouts follow from an accepted offer; this partnership is {Stage.Words()}.");
    }

    public Decision Approve(ApprovePayout command, Actor by, PayoutOptions options) => Payouts.Approve(command, Owed, by, options.SecondPersonAbove);

    public Decision MarkPaid(MarkPayoutPaid command, DateTimeOffset now) => Settling(Payouts.MarkPaid(command, now));

    public Decision Fail(FailPayout command) => Payouts.Fail(command);

    public Decision Retry(RetryPayout command) => Payouts.Retry(command, Owed);

    public Decision Cancel(CancelPayout command) => Settling(Payouts.Cancel(command));

    // What is paid, or about to be, counts as committed; here it is asked whether it should be. Without a cost the agreement was taken back since.
    private Cost Owed => CostBasis is { } basis ? CompensationLedger.Of(basis.Unpaid) : new(null, 0, 0, 0, []);
}
