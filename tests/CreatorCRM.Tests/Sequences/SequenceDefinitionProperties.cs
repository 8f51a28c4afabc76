using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Sequences;
using CreatorCRM.Tests.Journal;
using CsCheck;

namespace CreatorCRM.Tests.Sequences;

public sealed class SequenceDefinitionProperties
{
    private static readonly Gen<SequenceStep[]> Given = Gen.Select(Gen.Int[-1, 9], Gen.Enum<OutreachChannel>().Nullable(), Gen.Int[0, 5])
        .Select((days, channel, dice) => new SequenceStep(days, channel, dice == 0 ? "t" : null, dice == 1 ? " " : "Look at her posts")).Array[0, 4];

    private static readonly Gen<Func<Sequence, DateTimeOffset, Decision>> Steps = Gen.Frequency(
        (2, Given.Select(steps => Step((state, _) => state.Create(new CreateSequence("Spring", [.. steps]))))),
        (3, Gen.Select(Gen.Int[0, 3], Given).Select((i, steps) => Step((state, _) =>
            state.Update(new SequenceChanges { Name = i == 0 ? null : i == 1 ? " " : $"Spring {i}", Steps = i < 2 ? [.. steps] : null })))),
        (2, Gen.Bool.Select(archived => Step((state, _) => state.Archive(new ArchiveSequence(archived))))));

    [Fact]
    public void It_always_has_steps_that_can_be_done_and_rests_while_it_is_archived() => Machine.Check(Steps, (before, after) =>
    {
        after.Name.ShouldNotBeNullOrWhiteSpace();
        after.Steps.ShouldNotBeEmpty();
        foreach (var step in after.Steps)
            (step.WaitDays is >= 0 and <= Sequence.MaxWaitDays, step.Template is null, step.Template is null || step.Channel is not null)
                .ShouldBe((true, step.Task is not null, true));
        if (before.ArchivedAt is not null) (after.ArchivedAt, after.Name, after.Steps == before.Steps).ShouldBe((null, before.Name, true));
    }, longest: 20);

    // Gives the lambda its type.
    private static Func<Sequence, DateTimeOffset, Decision> Step(Func<Sequence, DateTimeOffset, Decision> step) => step;
}
