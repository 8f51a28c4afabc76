using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Segments;
using CreatorCRM.Tests.Journal;
using CsCheck;

namespace CreatorCRM.Tests.Segments;

public sealed class SegmentProperties
{
    // The first is who makes it.
    private static readonly Actor[] People = [new("m", "Manager"), new("n", "Another")];
    private static readonly Gen<Actor> Someone = Gen.Int[0, 1].Select(i => People[i]);

    private static readonly Gen<Func<Segment, DateTimeOffset, Decision>> Steps = Gen.Frequency(
        (2, Gen.Select(Gen.Bool, Gen.Enum<SegmentVisibility>()).Select((named, visibility) => Step((state, _) => state.Create(new CreateSegment(named ? "Bakers"
            : " ", "{}", " ", visibility))))),
        (4, Gen.Select(Someone, Gen.Int[0, 3], Gen.Enum<SegmentVisibility>().Nullable()).Select((by, i, visibility) => Step((state, _) => By(by, state,
            () => state.Update(new SegmentChanges
            {
                Name = i == 0 ? "Cooks" : null,
                Query = i == 1 ? new Change<string?>("bread") : null,
                Filter = i == 2 ? new string('x', Segment.FilterLength + 1) : null,
                Visibility = visibility,
            }, by))))),
        (2, Gen.Select(Someone, Gen.Bool).Select((by, archived) => Step((state, _) => By(by, state, () => state.Archive(new ArchiveSegment(archived), by))))));

    [Fact]
    public void It_rests_while_it_is_archived_and_stays_whose_it_is() => Machine.Check(Steps, (before, after) =>
    {
        after.Name.ShouldNotBeNullOrWhiteSpace();
        after.Filter.Length.ShouldBeLessThanOrEqualTo(Segment.FilterLength);
        after.Owner.ShouldBe(People[0]);
        if (before.ArchivedAt is not null) (after.ArchivedAt, after.Name, after.Visibility).ShouldBe((null, before.Name, before.Visibility));
    }, longest: 20);

    // Nobody else is told that there is a private one.
    private static Decision By(Actor actor, Segment state, Func<Decision> decide)
    {
        var decision = decide();
        if (state is { Exists: true, Visibility: SegmentVisibility.Private } && actor != People[0]) decision.Refused().ShouldBe("segmentId NotFound");
        return decision;
    }

    // Gives the lambda its type.
    private static Func<Segment, DateTimeOffset, Decision> Step(Func<Segment, DateTimeOffset, Decision> step) => step;
}
