using System.Collections.Immutable;
using System.Globalization;
using CreatorCRM.Compensation;

namespace CreatorCRM.Contracts;

/// <summary>What a template may show: every text escaped for its format, every number and day written as the language writes it.</summary>
internal sealed class TextModel(Markup markup, ContractLanguage language)
{
    private bool IsGerman => language == ContractLanguage.De;

    public Dictionary<string, object?> Of(Contract contract, ContractParties parties)
    {
        var terms = contract.Terms;
        return new()
        {
            ["m"] = new Dictionary<string, object>(markup.Tokens)
            {
                ["article"] = markup == Markup.Html ? $"<article lang=\"{(IsGerman ? "de" : "en")}\">\n" : ""
            },
            ["version"] = contract.Number,
            ["amends"] = contract.Amends,
            ["is_renewal"] = contract.IsRenewal,
            ["influencer"] = markup.Text(parties.Influencer),
            ["campaign"] = markup.Text(parties.Campaign),
            ["brand"] = Text(parties.Brand),
            ["product"] = Text(parties.Product),
            ["category"] = Text(terms.Category),
            ["deliverables"] = List(terms.Deliverables, Deliverable),
            ["compensation"] = List(terms.Compensation, Component),
            ["usage_rights"] = List(terms.UsageRights, right => new()
            {
                ["asset"] = markup.Text(right.Asset),
                ["channels"] = right.GivenFor().Select(channel => channel.ToString()).ToArray(),
                ["territory"] = Text(right.Territory),
                ["from"] = Day(right.Period.From),
                ["until"] = Day(right.Period.Until),
            }),
            ["exclusivities"] = List(terms.Exclusivities, promise => new()
            {
                ["category"] = markup.Text(promise.Category),
                ["brands"] = string.Join(", ", promise.Brands.Select(markup.Text)),
                ["from"] = Day(promise.Period.From),
                ["until"] = Day(promise.Period.Until),
            }),
            ["disclosure"] = terms.DisclosureDuty is { } duty ? markup.Lines(duty) : null,
            ["report_days"] = terms.ReportWithinDays,
            ["notice_days"] = terms.NoticeDays,
            ["from"] = Day(terms.Term?.From),
            ["until"] = Day(terms.Term?.Until),
            ["further"] = terms.FurtherTerms is { } further ? markup.Lines(further) : null,
        };
    }

    private Dictionary<string, object?> Deliverable(AgreedDeliverable owed) => new()
    {
        ["quantity"] = Number(owed.Quantity),
        ["kind"] = markup.Text(IsGerman ? GermanWords.Of(owed.Kind) : owed.Kind.Words()),
        ["due"] = Day(owed.DueOn),
    };

    private Dictionary<string, object?> Component(CompensationComponent component)
    {
        var model = new Dictionary<string, object?> { ["kind"] = component.InputName, ["due"] = component.DueOn.ToString() };
        switch (component)
        {
            case FixedFee fee: model["amount"] = Money(fee.Amount); break;
            case ProductGift gift: (model["name"], model["quantity"], model["value"]) = (markup.Text(gift.Name), Number(gift.Quantity), Money(gift.Value)); break;
            case Commission share: Share(model, share.Percent, share.AmountPerSale, share.Cap, share.Tiers); break;
            case Cashback share: Share(model, share.Percent, share.Amount, share.Cap, share.Tiers); break;
            case PerformanceBonus bonus:
                (model["amount"], model["threshold"], model["metric"]) = (Money(bonus.Amount), Number(bonus.Threshold),
                    IsGerman ? GermanWords.Of(bonus.Metric) : bonus.Metric.Words());
                break;
            case Discount discount:
                (model["percent"], model["amount"], model["code"]) = (Percent(discount.Percent), Money(discount.Amount), Text(discount.CouponCode));
                break;
            case UsageFee fee: (model["amount"], model["usage"]) = (Money(fee.Amount), Text(fee.Usage)); break;
            default: throw new ArgumentOutOfRangeException(nameof(component));
        }
        return model;
    }

    private void Share(Dictionary<string, object?> model, decimal? percent, Money? amount, Money? cap, ImmutableArray<CommissionTier>? tiers)
    {
        (model["percent"], model["amount"], model["cap"]) = (Percent(percent), Money(amount), Money(cap));
        model["tiers"] = List(tiers ?? [], tier => new()
        {
            ["percent"] = Percent(tier.Percent),
            ["amount"] = Money(tier.AmountPerSale),
            ["from_sales"] = Money(tier.FromSales),
            ["from_count"] = tier.FromCount is { } count ? Number(count) : null,
        });
    }

    private static Dictionary<string, object?>[] List<T>(ImmutableArray<T> items, Func<T, Dictionary<string, object?>> model) => [.. items.Select(model)];

    private string? Text(string? text) => text is null ? null : markup.Text(text);

    private string? Day(DateOnly? day) => day?.ToString(IsGerman ? "dd'.'MM'.'yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string? Percent(decimal? percent) => percent is { } given ? $"{Decimals(Percentages.Digits(given))} %" : null;

    private string? Money(Money? amount) => amount is { } given ? Decimals(given.ToString()) : null;

    private string Decimals(string number) => IsGerman ? number.Replace('.', ',') : number;
}
