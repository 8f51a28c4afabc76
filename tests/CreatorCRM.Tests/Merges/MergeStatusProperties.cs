using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Merges;
using CreatorCRM.Tests.Journal;
using CsCheck;

namespace CreatorCRM.Tests.Merges;

/// <summary>Whatever is asked of a merge, by people and by its own work, in whatever order.</summary>
public sealed class MergeStatusProperties
{
    private static readonly Belongings Mia = new("Mia", [], [], [], [], [], null, null, null, null, false, false, null);

    private static readonly Gen<Func<InfluencerMerge, DateTimeOffset, Decision>> Steps = Gen.Frequency(
        (2, Gen.Select(Gen.Int[1, 2], Gen.Int[1, 2], Gen.Int[0, 3]).Select((survivor, merged, problems) => Step((state, _) => state.Start(new StartMerge($"a{survivor}", $"b{merged}", " "), Preview(problems))))),
        (2, Gen.Int[0, 3].Select(count => Step((state, _) => state.Complete(new MergeCounts(count, 1, 0))))),
        (2, Gen.Const(Step((state, _) => state.Undo()))),
        (2, Gen.Const(Step((state, _) => state.EndUndo()))));

    [Fact]
    public void A_merge_moves_by_the_table_and_stays_one_of_the_same_two() => Machine.Check(Steps, (before, after) =>
    {
        if (!before.Exists)
        {
            after.Status.ShouldBe(MergeStatus.Running);
            return;
        }
        MergeStatuses.Moves[before.Status].ShouldContain(after.Status);
        (after.Survivor, after.Merged, after.StartedBy).ShouldBe((before.Survivor, before.Merged, before.StartedBy));
        (after.MergedAt is not null, after.UndoneBy is not null, after.UndoneAt is not null)
            .ShouldBe((after.Status != MergeStatus.Running, after.Status >= MergeStatus.Undoing, after.Status == MergeStatus.Undone));
        // Nobody is held by a merge that is at rest.
        after.Rows().OfType<MergePartyRow>().Count().ShouldBe(after.Status.IsUnderWay() ? 2 : 0);
    }, longest: 15);

    private static MergePreview Preview(int problems) =>
        new(Mia, Mia with { DisplayName = "Mia B." }, 1, 0, [], problems == 0 ? [Refusal.NotFound("influencer", "mergedId")] : ImmutableArray<Refusal>.Empty);

    // Gives the lambda its type.
    private static Func<InfluencerMerge, DateTimeOffset, Decision> Step(Func<InfluencerMerge, DateTimeOffset, Decision> step) => step;
}
