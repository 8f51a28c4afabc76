using System.Globalization;

namespace CreatorCRM.Common;

/// <summary>An exact amount of money: a whole number of the currency's minor unit (cents for EUR, yen for JPY).</summary>
[GenerateSerializer, Immutable, Alias("money")]
public readonly record struct Money(long MinorUnits, Currency Currency)
{
    /// <summary>The largest amount accepted, in minor units: far above any budget, far below what a sum could overflow.</summary>
    public const long MaxMinorUnits = 1_000_000_000_000_000;

    /// <summary>The amount in the major unit: 250.00 for 25,000 cents.</summary>
    public decimal Amount => MinorUnits / Scale(Currency);

    public bool IsNegative => MinorUnits < 0;

    /// <summary>Null and a sentence for the user when the amount has more digits than the currency knows or is out of range.</summary>
    public static Money? TryCreate(decimal amount, Currency currency, out string? problem)
    {
        problem = null;
        if (Math.Abs(amount) > MaxMinorUnits / Scale(currency))
            problem = $"{amount.ToString(CultureInfo.InvariantCulture)} {currency} is out of range.";
        else if (amount * Scale(currency) % 1 != 0)
            problem = $"{amount.ToString(CultureInfo.InvariantCulture)} has more than the {currency.MinorUnitDigits} decimal digits that {currency} knows.";
        return problem is null ? new Money((long)(amount * Scale(currency)), currency) : null;
    }

    /// <exception cref="InvalidOperationException">The currencies differ: an exchange is never silent.</exception>
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? left with { MinorUnits = checked(left.MinorUnits + right.MinorUnits) }
        : throw new InvalidOperationException($"{left} and {right} cannot be added.");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount.ToString("F" + Currency.MinorUnitDigits, CultureInfo.InvariantCulture)} {Currency}");

    private static decimal Scale(Currency currency) => currency.MinorUnitDigits switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
