using System.Collections.Immutable;
using CreatorCRM.Campaigns;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;

namespace CreatorCRM.Partnerships;

/// <summary>What the cost of the partnership follows from. Pure.</summary>
public partial record Partnership
{
    /// <summary>Null before an offer is accepted.</summary>
    public CostBasis? CostBasis
    {
        get
        {
            ImmutableArray<CostBasis> earlier = [.. Agreements.Closed.Select(Basis)];
            if (Bound is { } agreement) return Basis(agreement, earlier.Length) with { Earlier = earlier };
            return earlier.IsEmpty ? null : new CostBasis { Compensation = [], Before = Agreements.Closed[^1].Last, Ended = true, Earlier = earlier };
        }
    }

    /// <summary>Null before an offer is accepted.</summary>
    public Cost? Cost => CostBasis is { } basis ? CompensationLedger.Of(basis) : null;

    /// <summary>Of what is agreed; null while no amount says it.</summary>
    private Currency? Currency => CostBasis?.Currency;

    // What was sold, paid or agreed on earlier stays in its currency, so a new agreement cannot be in another.
    private Refusal? OtherCurrency(ImmutableArray<CompensationComponent> compensation, string field) =>
        (Sales.Currency ?? Payouts.Currency ?? EarlierCurrency) is { } kept && new CostBasis { Compensation = compensation }.Currency is { } other
        && other != kept
            ? new Refusal(RefusalCode.CurrencyMismatch,
                $"Sales, payouts or an earlier agreement of this partnership are in {kept}, so it cannot go on in {other}.", field)
            : null;

    private Currency? EarlierCurrency => Agreements.Closed.Select(agreement => new CostBasis { Compensation = agreement.Compensation }.Currency)
        .FirstOrDefault(currency => currency is not null);

    // What is agreed is in the currency of the campaign's budget, or the budget would say nothing about it.
    private ImmutableArray<RowGuard> BudgetCurrency(ImmutableArray<CompensationComponent> compensation) =>
        new CostBasis { Compensation = compensation }.Currency is { } currency ? [CampaignBudget.IsIn(CampaignId, currency)] : [];

    private CostBasis Basis(Agreement agreement, int index)
    {
        var (content, sales) = (Deliverables.Of(index), Sales.Agreements[index]);
        var (isDone, isEnded) = (IsDone(agreement, content), IsEnded(index));
        var isForgone = isEnded && content.All.Any(deliverable => deliverable.IsForgone);
        return new CostBasis
        {
            Compensation = agreement.Compensation,
            Dropped = agreement.Dropped,
            Before = agreement.Before,
            InForce = agreement.Contract is not null,
            Approved = (content.AreApproved && !isForgone) || isDone,
            Published = (content.ArePublished && !isForgone) || isDone,
            Renewed = agreement.End == AgreementEnd.Renewed,
            Ended = isEnded,
            Customers = sales.Customers,
            Own = sales.Own,
            SalesCurrency = Sales.Currency,
            Payouts = [.. Payouts.Totals.Where(total => total.Component > agreement.Before && total.Component <= agreement.Last)],
            Figures = [new MetricFigure(BonusMetric.Sales, sales.Customers.Count), .. content.Figures],
        };
    }

    private Agreement? Bound => Agreements.Current is { } agreement
        && (Stage >= PartnershipStage.Agreed || Sales.IsCurrent || Payouts.Totals.Any(total => total.Component > agreement.Before)) ? agreement : null;

    // What a fulfilled contract earned is earned, whatever content is added later. When no content was planned one by one, the stage that a manager set speaks
    // for it.
    private bool IsDone(Agreement agreement, DeliverableList content) =>
        agreement.WasDone || (agreement.Contract is { } contract && Contracts.Find(PartNumber.Text(contract))!.Status == ContractStatus.Fulfilled)
            || (agreement.End is null && content.All.IsEmpty && Stage is PartnershipStage.Published or PartnershipStage.Completed);
}
