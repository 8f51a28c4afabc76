namespace CreatorCRM.Sales;

/// <summary>A sale as the tables hold it.</summary>
/// <param name="Reversed">What went back so far, in minor units.</param>
public sealed record KeptSale(string OrderNumber, Money Amount, Buyer Buyer, long Reversed)
{
    public Money Left => Amount with { MinorUnits = Amount.MinorUnits - Reversed };
}

/// <summary>What the commands about sales come to. Pure. Which stage allows them is the partnership's to say.</summary>
public partial record SalesLog
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="currency">Of what was agreed; null while no amount says it.</param>
    public Decision Record(RecordSale command, Currency? currency, DateTimeOffset now)
    {
        var validation = new Validation().Required("orderNumber", command.OrderNumber, 100).Money("amount", command.Amount)
            .Instant("occurredAt", command.OccurredAt, Earliest, now.AddDays(1));
        if (command.Amount.MinorUnits == 0) validation.Add(new Refusal(RefusalCode.NotASale, "An order of zero is a gift, not a sale.", "amount"));
        validation.Add(OtherCurrency(command.Amount, currency));
        validation.Require(Of(command.Buyer).NetMinor + command.Amount.MinorUnits <= Money.MaxMinorUnits, "amount",
            "The sales of this partnership would be out of range.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = PartNumber.After(Recorded);
        return Decision.Accept(new SaleRecorded(number, command.OrderNumber.Trim(), command.Amount, command.Buyer, command.OccurredAt ?? now)).About(number);
    }

    /// <param name="sale">As it is kept now; null when there is none of that number.</param>
    public Decision Reverse(ReverseSale command, KeptSale? sale, DateTimeOffset now)
    {
        if (sale is null) return Refusal.NotFound("sale", "saleId");
        var left = sale.Left;
        if (left.MinorUnits == 0) return new Refusal(RefusalCode.AlreadyReversed, $"All of order {sale.OrderNumber} went back already.", "saleId");
        var amount = command.Amount ?? left;
        var validation = new Validation().Text("reason", command.Reason, 1000).Instant("occurredAt", command.OccurredAt, Earliest, now.AddDays(1));
        validation.Add(OtherCurrency(amount, sale.Amount.Currency)).Require(amount.MinorUnits > 0 && amount.MinorUnits <= left.MinorUnits, "amount",
            $"Above zero and at most {left} can go back of order {sale.OrderNumber}.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept(new SaleReversed(
            PartNumber.After(Reversals), command.Sale, sale.OrderNumber, amount, amount == left, sale.Buyer, command.Reason,
            command.OccurredAt ?? now)).About(command.Sale);
    }

    private static Refusal? OtherCurrency(Money amount, Currency? currency) => currency is { } agreed && amount.Currency != agreed
        ? new Refusal(RefusalCode.CurrencyMismatch, $"This partnership is in {agreed}, not in {amount.Currency}; an exchange is never silent.", "amount")
        : null;
}
