using System.Collections.Immutable;
using CreatorCRM.Deliverables;

namespace CreatorCRM.Disclosure.Rules;

/// <summary>What people see of a text on a platform before they click. Platforms publish few such figures and change them, so these are data.</summary>
internal sealed record PlatformView
{
    public required ImmutableArray<DeliverableKind> Kinds { get; init; }
    /// <summary>In a sentence: "in the feed of Instagram".</summary>
    public required string Name { get; init; }
    /// <summary>Visible characters before "more"; null when the whole text is shown.</summary>
    public int? Characters { get; init; }
    /// <summary>Lines before "more"; null when the whole text is shown.</summary>
    public int? Lines { get; init; }
    /// <summary>Whether the label has to come before the first link.</summary>
    public bool BeforeLink { get; init; }
    /// <summary>A slide shows all of its text at once, so that order does not matter on it.</summary>
    public bool Slides { get; init; }
    /// <summary>What the text alone cannot show; null when the text is all there is.</summary>
    public Recording? Recording { get; init; }
    /// <summary>Where the figures are from.</summary>
    public required string Source { get; init; }
}

/// <summary>The label belongs into the recording as well.</summary>
/// <param name="Outcome">Compliant is a mere reminder.</param>
internal sealed record Recording(DisclosureOutcome Outcome, string Reason);
