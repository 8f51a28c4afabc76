using System.Collections.Immutable;

namespace CreatorCRM.Disclosure.Rules;

/// <summary>One version of a country's rules, read from its embedded file. <c>Source</c> in its parts is the key of one of <c>Sources</c>.</summary>
public sealed record CountryRules
{
    /// <summary>An ISO 3166-1 code.</summary>
    public required string Country { get; init; }
    /// <summary>The first day on which this version applies; it applies until the next version does.</summary>
    public required DateOnly ValidFrom { get; init; }
    /// <summary>Laws, guides and rulings by the keys that the parts below use.</summary>
    public required ImmutableSortedDictionary<string, LegalSource> Sources { get; init; }
    public required ImmutableArray<AcceptedLabel> Labels { get; init; }
    public required ImmutableArray<DoubtfulLabel> Doubtful { get; init; }
    /// <summary>Phrases that contain a label's words and are none, such as "ad blocker".</summary>
    public ImmutableArray<string> NotLabels { get; init; } = [];
    public required LabelPosition Position { get; init; }
    public required HashtagCrowd Hashtags { get; init; }
    /// <summary>What a later slide without a label leads to when an earlier one has it.</summary>
    public required RuleOutcome PartWithoutLabel { get; init; }
    /// <summary>What it leads to when only the platform's own label is there.</summary>
    public required RuleOutcome PlatformLabelAlone { get; init; }
    /// <summary>Considerations that may be plain from the circumstances, so that a person decides whether a missing label matters.</summary>
    public required Evident MayBeEvident { get; init; }
    /// <summary>The rule that the label speaks the language of the post; null when there is no such rule.</summary>
    public RuleOutcome? OtherLanguage { get; init; }
    /// <summary>The rule that there must be a label at all.</summary>
    public required string Duty { get; init; }

    /// <summary>Such as <c>DE-2022-05-28</c>.</summary>
    public string Version => $"{Country}-{ValidFrom:yyyy-MM-dd}";
}

/// <summary>A law, a guide or a ruling.</summary>
/// <param name="Title">As one cites it.</param>
/// <param name="Says">What it says, in our words.</param>
/// <param name="Url">A page where one can read it, or about it; null when none is known.</param>
public sealed record LegalSource(string Title, string Says, string? Url);

/// <summary>Words that mark advertising, where they are seen.</summary>
/// <param name="Language">ISO 639-1.</param>
/// <param name="For">The considerations that the words disclose; null is all.</param>
public sealed record AcceptedLabel(ImmutableArray<string> Words, string Language, ImmutableArray<Consideration>? For, string Source);

/// <summary>Words that are used as labels, but leave people in doubt.</summary>
/// <param name="Outcome">Unclear or not compliant.</param>
/// <param name="For">Only for these considerations; null is all.</param>
/// <param name="Reason">Continues "the words ...".</param>
public sealed record DoubtfulLabel(ImmutableArray<string> Words, DisclosureOutcome Outcome, ImmutableArray<Consideration>? For, string Reason, string Source);

/// <summary>Where a label has to stand in a text.</summary>
public enum Where
{
    /// <summary>Nothing but emoji and mentions before it.</summary>
    AtStart,
    /// <summary>In the first line.</summary>
    FirstLine,
    /// <summary>Anywhere that is seen without a click.</summary>
    BeforeFold,
}

/// <summary>Where the label has to stand.</summary>
/// <param name="AtEnd">What a label that comes last leads to, though it can be seen; null when that does not matter.</param>
public sealed record LabelPosition(Where Where, DisclosureOutcome? AtEnd, string Source);

/// <summary>When hashtags hide a label.</summary>
/// <param name="Size">From how many hashtags in a row a label among them is buried, unless the text begins with it.</param>
public sealed record HashtagCrowd(int Size, string Source);

/// <summary>What something leads to, and why.</summary>
/// <param name="Reason">Part of a sentence, without its full stop.</param>
public sealed record RuleOutcome(DisclosureOutcome Outcome, string Reason, string Source);

/// <summary>What may be plain without a label.</summary>
public sealed record Evident(ImmutableArray<Consideration> Considerations, string Source);
