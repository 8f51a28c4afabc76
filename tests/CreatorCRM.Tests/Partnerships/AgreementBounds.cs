using CreatorCRM.Compensation;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Tests.Partnerships;

/// <summary>What holds of the money of a partnership over all its agreements, event by event.</summary>
public sealed class AgreementBounds
{
    private readonly Dictionary<int, long> _most = [];

    public void Check(Partnership before, Partnership after)
    {
        if (after.CostBasis is not { } basis) return;
        foreach (var line in CompensationLedger.Of(WithoutPayouts(basis)).Components)
            _most[line.Number] = Math.Max(line.Committed, _most.GetValueOrDefault(line.Number));
        foreach (var total in after.Payouts.Totals) total.Bound.ShouldBeLessThanOrEqualTo(_most[total.Component]);
        if (ReferenceEquals(before.Agreements, after.Agreements) || before.Cost is not { } earlier) return;
        var now = after.Cost!.Components.ToDictionary(line => line.Number);
        foreach (var line in earlier.Components)
        {
            // A number goes on meaning the same, as far as anything is paid for it.
            if (before.Payouts.Totals.Any(total => total.Component == line.Number))
            {
                now[line.Number].Component.ShouldBeOfType(line.Component.GetType());
                now[line.Number].Paid.ShouldBe(line.Paid);
            }
            if (after.Agreements.Closed.Length > before.Agreements.Closed.Length) now[line.Number].Earned.ShouldBeGreaterThanOrEqualTo(line.Earned);
        }
    }

    private static CostBasis WithoutPayouts(CostBasis basis) => basis with { Payouts = [], Earlier = [.. basis.Earlier.Select(WithoutPayouts)] };
}
