using System.Collections.Immutable;
using CreatorCRM.Outreach;

namespace CreatorCRM.Sequences;

/// <summary>One step: a message from a template, or something to do in words.</summary>
/// <param name="WaitDays">So many times 24 hours after the step before was done or skipped it is due; the first one after the start.</param>
/// <param name="Channel">By which means a message goes out; null when the step logs none.</param>
/// <param name="Template">The id of a message template; null when <paramref name="Task"/> says what to do.</param>
/// <param name="Task">Null with a template.</param>
[GenerateSerializer, Immutable, Alias("sequence-step")]
public sealed record SequenceStep(int WaitDays, OutreachChannel? Channel, string? Template, string? Task);

[GenerateSerializer, Immutable, Alias("create-sequence")]
public sealed record CreateSequence(string Name, ImmutableArray<SequenceStep> Steps);

/// <summary>New values for a sequence; what is null stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("sequence-changes")]
public sealed record SequenceChanges
{
    [Id(0)] public string? Name { get; init; }
    [Id(1)] public ImmutableArray<SequenceStep>? Steps { get; init; }
}

/// <param name="Archived">False takes it back from the archive.</param>
[GenerateSerializer, Immutable, Alias("archive-sequence")]
public sealed record ArchiveSequence(bool Archived);
