using System.Collections.Immutable;
using CreatorCRM.Outreach;

namespace CreatorCRM.Sequences;

/// <param name="Replace">Stops the one that is under way instead of being refused.</param>
[GenerateSerializer, Immutable, Alias("start-sequence")]
public sealed record StartSequence(string Sequence, bool Replace = false);

/// <summary>Says that the step that is next was done. A message is logged with it, not sent.</summary>
/// <param name="Step">Counts from 1; refused when another one is next, so that a repeated click does nothing twice.</param>
/// <param name="Channel">Null is the step's; when that is null too, no message is logged.</param>
/// <param name="OccurredAt">Null is now.</param>
/// <param name="Template">The id of the template that the text comes from, and below the version of its text.</param>
[GenerateSerializer, Immutable, Alias("complete-sequence-step")]
public sealed record CompleteSequenceStep(
    string Run, int Step, OutreachChannel? Channel, string? Subject, string? Body, DateTimeOffset? OccurredAt, string? Template = null,
    int? TemplateVersion = null);

[GenerateSerializer, Immutable, Alias("skip-sequence-step")]
public sealed record SkipSequenceStep(string Run, int Step, string? Reason);

/// <param name="TakingBack">Only while no step was done or skipped, and nothing when it is over: for undoing what started it.</param>
[GenerateSerializer, Immutable, Alias("stop-sequence")]
public sealed record StopSequence(string Run, string? Note, bool TakingBack = false);

/// <summary>A sequence as it is about to be started.</summary>
public sealed record SequenceToStart(string Id, string Name, ImmutableArray<SequenceStep> Steps, bool IsArchived);
