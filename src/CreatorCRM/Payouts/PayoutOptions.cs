namespace CreatorCRM.Payouts;

/// <summary>What the operator decides about payouts.</summary>
/// <param name="SecondPersonAbove">Above this many units of any currency, such as 500.00 EUR or 500 JPY, a payout is approved by somebody else than who
/// proposed it.</param>
public sealed record PayoutOptions(decimal SecondPersonAbove = 500m);
