using System.Collections.Immutable;
using CreatorCRM.Campaigns;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;

namespace CreatorCRM.Partnerships;

/// <summary>What the cost of the partnership follows from. Pure.</summary>
public partial record Partnership
{
    /// <summary>Null before an offer is accepted.</summary>
    public CostBasis? CostBasis => Agreed is not { } agreed ? null : new CostBasis
    {
        Compensation = agreed,
        InForce = Contracts.LastInForce is not null,
        Approved = Deliverables.AreApproved || IsDone,
        Published = Deliverables.ArePublished || IsDone,
        Ended = Stage.IsExit() || (Contracts.LastInForce is null && Stage < PartnershipStage.Agreed),
        Customers = Sales.Customers,
        Own = Sales.Own,
        SalesCurrency = Sales.Currency,
        Payouts = Payouts.Totals,
        Figures = [new MetricFigure(BonusMetric.Sales, Sales.Customers.Count), .. Deliverables.Figures],
    };

    /// <summary>Null before an offer is accepted.</summary>
    public Cost? Cost => CostBasis is { } basis ? CompensationLedger.Of(basis) : null;

    /// <summary>Of what is agreed; null while no amount says it.</summary>
    private Currency? Currency => CostBasis?.Currency;

    // What was sold or paid stays in its currency, so a new agreement cannot be in another.
    private Refusal? OtherCurrency(ImmutableArray<CompensationComponent> compensation, string field) =>
        (Sales.Currency ?? Payouts.Currency) is { } kept && new CostBasis { Compensation = compensation }.Currency is { } other && other != kept
            ? new Refusal(RefusalCode.CurrencyMismatch, $"Sales or payouts of this partnership are in {kept}, so it cannot go on in {other}.", field)
            : null;

    // What is agreed is in the currency of the campaign's budget, or the budget would say nothing about it.
    private ImmutableArray<RowGuard> BudgetCurrency(ImmutableArray<CompensationComponent> compensation) =>
        new CostBasis { Compensation = compensation }.Currency is { } currency ? [CampaignBudget.IsIn(CampaignId, currency)] : [];

    private ImmutableArray<CompensationComponent>? Agreed =>
        // A contract that ran out or was terminated was in force all the same.
        Contracts.LastInForce is { } contract ? contract.Terms.Compensation : IsBound && Offers.Accepted is { } offer ? offer.Compensation : null;

    // An agreement that was taken back binds no longer, but what was earned by it is earned, and what was paid for it is paid.
    private bool IsBound => Stage >= PartnershipStage.Agreed || Sales.Currency is not null || Payouts.Currency is not null;

    // What a fulfilled contract earned is earned, whatever content is added later. When no content was planned one by one, the stage that a manager set speaks
    // for it.
    private bool IsDone =>
        Contracts.LastInForce is { Status: ContractStatus.Fulfilled }
            || (Deliverables.All.IsEmpty && Stage is PartnershipStage.Published or PartnershipStage.Completed);
}
