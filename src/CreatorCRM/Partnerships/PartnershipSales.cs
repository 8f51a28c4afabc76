using CreatorCRM.Campaigns;
using CreatorCRM.Sales;

namespace CreatorCRM.Partnerships;

/// <summary>When sales can be recorded. Pure.</summary>
public partial record Partnership
{
    public Decision Record(RecordSale command, DateTimeOffset now)
    {
        if (!Exists) return NoSuch;
        if (CostBasis is not { Ended: false })
            return IllegalStage($"Sales are recorded from the accepted offer on and until it is taken back or the partnership given up; this one is {Stage.Words()}.");
        var decision = Sales.Record(command, Currency, now);
        // The first sale may be the first to say in which currency the partnership is.
        return Currency is null ? decision.Provided(CampaignBudget.IsIn(CampaignId, command.Amount.Currency)) : decision;
    }

    /// <summary>What was not paid yet and goes back may be the last that was owed.</summary>
    /// <param name="sale">As it is kept now; null when there is none of that number.</param>
    public Decision Reverse(ReverseSale command, KeptSale? sale, DateTimeOffset now) => Exists ? Settling(Sales.Reverse(command, sale, now)) : NoSuch;
}
