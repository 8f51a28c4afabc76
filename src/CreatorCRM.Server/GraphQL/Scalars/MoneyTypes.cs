using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

[AnyCaller]
public sealed class MoneyType : ObjectGraphType<Money>
{
    public MoneyType()
    {
        Name = "Money";
        Description = "An exact amount of money.";
        Field<NonNullGraphType<DecimalScalar>>("amount")
            .Description("In the currency's major unit, with all its digits: `\"250.00\"` euros.")
            .Resolve(context => Amount(context.Source));
        Field<NonNullGraphType<CurrencyCodeScalar>>("currencyCode").Description("In which currency.").Resolve(context => context.Source.Currency);
    }

    // Built from its parts, so that 25,000 cents print as 250.00 and not as 250.
    internal static decimal Amount(Money money)
    {
        var digits = Math.Abs(money.MinorUnits);
        return new decimal((int)(digits & 0xFFFFFFFF), (int)(digits >> 32), 0, money.IsNegative, (byte)money.Currency.MinorUnitDigits);
    }
}

/// <summary>Money as a client writes it, before the currency has judged the digits.</summary>
public readonly record struct MoneyInput(decimal Amount, Currency CurrencyCode)
{
    /// <exception cref="FormatException">The amount has more digits than the currency knows or is out of range.</exception>
    public Money ToMoney() => Money.TryCreate(Amount, CurrencyCode, out var problem) ?? throw new FormatException(problem);
}

public sealed class MoneyInputType : InputObjectGraphType<MoneyInput>
{
    public MoneyInputType()
    {
        Name = "MoneyInput";
        Description = "An exact amount of money. More digits than the currency has are refused, never rounded.";
        Field<NonNullGraphType<DecimalScalar>>("amount").Description("In the currency's major unit.");
        Field<NonNullGraphType<CurrencyCodeScalar>>("currencyCode").Description("In which currency.");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new MoneyInput((decimal)value["amount"]!, (Currency)value["currencyCode"]!);
}
