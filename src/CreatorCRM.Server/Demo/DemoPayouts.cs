using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Payouts;

namespace CreatorCRM.Server.Demo;

/// <summary>How a fee is paid; somebody else than the manager approves it.</summary>
internal sealed partial class DemoStory
{
    /// <summary>Only products, coupons and cashback were agreed: with the last verification nothing is open any more.</summary>
    public bool OwesNoMoney => _offered.All(component => component is ProductGift or Discount or Cashback);

    /// <summary>Half of it when both have signed.</summary>
    public DemoStory PayAdvance() =>
        _offered is [FixedFee fee, ..] ? Approved(fee.Amount with { MinorUnits = fee.Amount.MinorUnits / 2 }, "Half of the fee on signing").Paid() : this;

    /// <summary>What is left of it, which now and then does not arrive at once.</summary>
    /// <param name="variant">Of four, one bank refuses the transfer for good and one at first.</param>
    public DemoStory PayRest(int variant)
    {
        if (_offered is not [FixedFee fee, ..]) return this;
        Approved(fee.Amount with { MinorUnits = fee.Amount.MinorUnits - (_payouts == 0 ? 0 : fee.Amount.MinorUnits / 2) }, null);
        if (variant % 4 is 0 or 2) return Paid();
        Wait(1, 2).Do(new FailPayout(Text(_payouts), "The bank knows no such account"), DemoTeam.Ines);
        return variant % 4 == 1 ? this : Wait(1, 2).Do(new RetryPayout(Text(_payouts)), DemoTeam.Ines).Paid();
    }

    private DemoStory Approved(Money amount, string? advanceReason)
    {
        _payouts++;
        Do(new ProposePayout([new PayoutPart(1, amount)], null, $"R-{random.Next(100, 999)}", At.AddDays(14).Day(), advanceReason));
        return Wait(0, 1).Do(new ApprovePayout(Text(_payouts)), DemoTeam.Ines);
    }

    private DemoStory Paid() => Wait(1, 2).Do(new MarkPayoutPaid(Text(_payouts), $"SEPA {random.Next(10_000, 99_999)}", null), DemoTeam.Ines);
}
