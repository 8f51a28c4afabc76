using System.Collections.Immutable;

namespace CreatorCRM.Sequences;

/// <summary>What a sequence's commands come to. Pure. That a template exists and is in use is checked in the commit.</summary>
public partial record Sequence
{
    public const int MaxSteps = 50;
    public const int MaxWaitDays = 365;
    public const int TaskLength = 500;

    public Decision Create(CreateSequence command)
    {
        if (Exists) return new Refusal(RefusalCode.Invalid, "This sequence exists already.");
        var steps = Tidy(command.Steps);
        var validation = Check(new Validation().Required("name", command.Name), steps);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept(new SequenceCreated(command.Name.Trim(), steps)).Provided(TemplatesOf(steps));
    }

    public Decision Update(SequenceChanges command)
    {
        if (!Exists) return NoSuch;
        if (ArchivedAt is not null) return new Refusal(RefusalCode.Archived, "This sequence is archived. Take it back before you change it.", "sequenceId");
        var (name, steps) = (command.Name?.Trim() ?? Name, command.Steps is { } given ? Tidy(given) : Steps);
        var validation = Check(new Validation().Required("name", name), steps);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var decision = name == Name ? Decision.Nothing : Decision.Accept(new SequenceRenamed(Name, name));
        return steps.SequenceEqual(Steps) ? decision : decision.Then(new SequenceStepsReplaced(steps)).Provided(TemplatesOf(steps));
    }

    public Decision Archive(ArchiveSequence command)
    {
        if (!Exists) return NoSuch;
        if (command.Archived == ArchivedAt is not null) return Decision.Nothing;
        return command.Archived ? Decision.Accept(new SequenceArchived()) : Decision.Accept(new SequenceRestored());
    }

    private static Decision NoSuch => Refusal.NotFound("sequence", "sequenceId");

    private static ImmutableArray<SequenceStep> Tidy(ImmutableArray<SequenceStep> steps) =>
        [.. steps.Select(step => step with { Task = string.IsNullOrWhiteSpace(step.Task) ? null : step.Task.Trim() })];

    private static Validation Check(Validation validation, ImmutableArray<SequenceStep> steps)
    {
        validation.Add(steps.IsEmpty ? new Refusal(RefusalCode.Required, "A sequence has at least one step.", "steps") : null).Count("steps", steps, MaxSteps);
        for (var i = 0; i < steps.Length && i < MaxSteps; i++)
        {
            var (step, field) = (steps[i], $"steps.{i}");
            validation.Require(step.WaitDays is >= 0 and <= MaxWaitDays, $"{field}.waitDays", $"A step waits between 0 and {MaxWaitDays} days.")
                .Require(step.Template is null != step.Task is null, field, "A step has either a template or words for what to do.")
                .Require(step.Template is null || step.Channel is not null, $"{field}.channel", "Say by which means the message goes out.")
                .Text($"{field}.task", step.Task, TaskLength);
        }
        return validation;
    }

    private static ImmutableArray<RowGuard> TemplatesOf(ImmutableArray<SequenceStep> steps) =>
        [.. steps.SelectMany((step, i) => step.Template is { } template ? InUse(template, $"steps.{i}.templateId") : [])];

    private static RowGuard[] InUse(string template, string field) =>
    [
        new("message_templates", template, null, Refusal.NotFound("message template", field)),
        new("message_templates", template, "archived_at IS NULL",
            new Refusal(RefusalCode.Archived, "This template is archived. Take it back before you use it.", field)),
    ];
}
