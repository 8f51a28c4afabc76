using System.Collections.Immutable;
using System.Globalization;

namespace CreatorCRM.Sequences;

[EventType("sequence.created")]
public sealed record SequenceCreated(string Name, ImmutableArray<SequenceStep> Steps) : IEvent
{
    public string Summary => $"The sequence {Name} was created with {SequenceWords.Count(Steps.Length)}.";
}

[EventType("sequence.renamed")]
public sealed record SequenceRenamed(string From, string To) : IEvent
{
    public string Summary => $"The sequence {From} is called {To} now.";
}

[EventType("sequence.steps-replaced")]
public sealed record SequenceStepsReplaced(ImmutableArray<SequenceStep> Steps) : IEvent
{
    public string Summary => $"The steps of the sequence were written anew: it has {SequenceWords.Count(Steps.Length)}.";
}

[EventType("sequence.archived")]
public sealed record SequenceArchived : IEvent
{
    public string Summary => "The sequence was archived.";
}

[EventType("sequence.restored")]
public sealed record SequenceRestored : IEvent
{
    public string Summary => "The sequence was taken back from the archive.";
}

internal static class SequenceWords
{
    public static string Count(int steps) => string.Create(CultureInfo.InvariantCulture, $"{steps} {(steps == 1 ? "step" : "steps")}");
}
