using System.Globalization;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Campaigns;

/// <summary>
/// What the partnerships of a campaign cost together, in one currency. The database keeps these rows, within the transaction that changes a partnership or a
/// budget.
/// </summary>
public sealed class CampaignSpendRow
{
    public required string Workspace { get; init; }
    public required string CampaignId { get; init; }
    public required string Currency { get; init; }
    public long CommittedMinor { get; init; }
    public long EarnedMinor { get; init; }
    public long PaidMinor { get; init; }
    /// <summary>The budget; null when the campaign has none in this currency.</summary>
    public long? CeilingMinor { get; init; }

    /// <summary>The rows that the database would keep for a campaign with these partnerships, that of the budget first.</summary>
    public static IEnumerable<CampaignSpendRow> Of(CampaignRow campaign, IEnumerable<PartnershipRow> partnerships)
    {
        var costs = partnerships.Where(row => row.CostCurrency is not null).ToLookup(row => row.CostCurrency!);
        return costs.Select(cost => cost.Key).Append(campaign.BudgetCurrency).OfType<string>().Distinct().Select(currency => new CampaignSpendRow
        {
            Workspace = campaign.Workspace,
            CampaignId = campaign.Id,
            Currency = currency,
            CommittedMinor = costs[currency].Sum(row => row.CommittedMinor),
            EarnedMinor = costs[currency].Sum(row => row.EarnedMinor),
            PaidMinor = costs[currency].Sum(row => row.PaidMinor),
            CeilingMinor = currency == campaign.BudgetCurrency ? campaign.BudgetMinor : null,
        }).InOrder();
    }
}

internal static class CampaignSpendOrder
{
    public static IOrderedEnumerable<CampaignSpendRow> InOrder(this IEnumerable<CampaignSpendRow> rows) =>
        rows.OrderBy(row => row.CeilingMinor is null).ThenBy(row => row.Currency, StringComparer.Ordinal);
}

/// <summary>What a campaign's budget asks of its partnerships.</summary>
public static class CampaignBudget
{
    /// <summary>
    /// What is committed does not rise above the budget. The trigger tells the currency, the budget, what was committed before, and what was to be added.
    /// </summary>
    public static CheckRule Rule { get; } = new("ck_campaign_spend_budget", Exceeded);

    /// <summary>The campaign has no budget, or one in this currency.</summary>
    public static RowGuard IsIn(string campaign, Currency currency) =>
        new("campaigns", campaign, $"budget_currency IS NULL OR budget_currency = '{currency.Code}'",
        new Refusal(RefusalCode.CurrencyMismatch, $"The campaign's budget is not in {currency}. Agree in the currency of the budget, or change the budget."));

    private static Refusal Exceeded(string told)
    {
        var parts = told.Split(' ');
        var currency = Currency.Parse(parts[0]);
        var (budget, committed, more) = (Amount(1), Amount(2), Amount(3));
        var missing = budget with { MinorUnits = committed.MinorUnits + more.MinorUnits - budget.MinorUnits };
        return new Refusal(RefusalCode.BudgetExceeded,
            $"The campaign's budget is {budget}, of which {committed} is committed. This commits {more} more, so {missing} is missing: raise the budget or agree on less.");

        Money Amount(int at) => new(long.Parse(parts[at], CultureInfo.InvariantCulture), currency);
    }
}
