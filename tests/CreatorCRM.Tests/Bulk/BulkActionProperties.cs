using System.Collections.Immutable;
using CreatorCRM.Bulk;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Tests.Journal;
using CsCheck;

namespace CreatorCRM.Tests.Bulk;

public sealed class BulkActionProperties
{
    private static readonly Gen<ImmutableArray<BulkItem>> Items = Gen.Int[0, 6]
        .Select(count => Enumerable.Range(1, count).Select(i => new BulkItem($"i{i}")).ToImmutableArray());

    // A chunk is made from the items that come next, perhaps of a place that was passed already: a crash repeats it.
    private static readonly Gen<Func<BulkAction, DateTimeOffset, Decision>> Steps = Gen.Frequency(
        (1, Gen.Select(Gen.Enum<BulkKind>(), Gen.Bool, Items, Gen.Bool).Select((kind, dry, items, named) => Step((state, _) => state.Start(new StartBulkAction(kind, named ? "gluten-free" : null, null, dry, null, items))))),
        (4, Gen.Select(Gen.Int[-1, 0], Gen.Int[1, 3], Gen.Enum<BulkOutcome>()).Select((behind, size, outcome) => Step((state, _) =>
        {
            var place = Math.Max(0, state.Processed + behind);
            var chunk = state.Items.Skip(place).Take(size)
                .Select(item => new BulkResult(item, outcome, outcome == BulkOutcome.Refused ? RefusalCode.NotFound : null)).ToImmutableArray();
            return chunk.IsEmpty ? Decision.Nothing : state.Progress(place, chunk);
        }))));

    [Fact]
    public void Every_influencer_is_counted_once_and_the_last_one_completes_it() => Machine.Check(Steps, (before, after) =>
    {
        after.Processed.ShouldBeInRange(before.Processed, after.Items.Length);
        (after.Succeeded + after.Unchanged).ShouldBeInRange(0, after.Processed);
        (after.CompletedAt is not null).ShouldBe(after.Status == BulkStatus.Completed);
        if (before.Exists) (before.Status, after.Items == before.Items).ShouldBe((BulkStatus.Running, true));
    }, longest: 20);

    // Gives the lambda its type.
    private static Func<BulkAction, DateTimeOffset, Decision> Step(Func<BulkAction, DateTimeOffset, Decision> step) => step;
}
