using System.Collections.Immutable;

namespace CreatorCRM.Disclosure;

/// <summary>Whether a publication marks advertising as the law of a country wants it. The members stand in order, from good to bad.</summary>
public enum DisclosureOutcome
{
    /// <summary>The influencer got nothing in return, so nothing has to be disclosed.</summary>
    NotRequired,
    /// <summary>Its text carries a label that suffices, where it has to stand.</summary>
    Compliant,
    /// <summary>A person has to look: the rules leave room, or what decides cannot be seen in the text.</summary>
    Unclear,
    /// <summary>Its text does not mark advertising as the rules want it.</summary>
    NotCompliant,
}

/// <summary>What a check of a publication found, with the version of the rules that it was held against: evidence that is kept.</summary>
/// <param name="Outcome">The result.</param>
/// <param name="Country">Whose rules were applied, as an ISO 3166-1 code.</param>
/// <param name="Day">The day of publication, which chose the version of the rules.</param>
/// <param name="RuleVersion">
/// Such as <c>DE-2022-05-28</c>: the country and the day from which this version is valid; null when the country has no rules for that day.
/// </param>
/// <param name="Findings">What speaks for the outcome, the worst first.</param>
[GenerateSerializer, Immutable, Alias("disclosure-verdict")]
public sealed record DisclosureVerdict(
    DisclosureOutcome Outcome, string Country, DateOnly Day, string? RuleVersion, ImmutableArray<DisclosureFinding> Findings);

/// <summary>One thing that a check found.</summary>
/// <param name="Code">Which kind of thing, for programs.</param>
/// <param name="Outcome">What this alone would lead to.</param>
/// <param name="Message">A sentence for a manager, which names the rule.</param>
/// <param name="Source">The law, guide or ruling behind it; null when there is none.</param>
/// <param name="Place">Where in the text; null when it is about something that is not there.</param>
[GenerateSerializer, Immutable, Alias("disclosure-finding")]
public sealed record DisclosureFinding(DisclosureFindingCode Code, DisclosureOutcome Outcome, string Message, string? Source, DisclosurePlace? Place);

/// <summary>Some words in the text of a publication.</summary>
/// <param name="Part">Which text, from 0: the slide of a story, the post of a thread; 0 for a caption.</param>
/// <param name="Offset">Where the words begin, in UTF-16 units from 0; null when the whole part is meant.</param>
/// <param name="Length">How long they are, in UTF-16 units; null when the whole part is meant.</param>
/// <param name="Quote">The words as they were written, shortened when they are very long; null when the whole part is meant.</param>
[GenerateSerializer, Immutable, Alias("disclosure-place")]
public sealed record DisclosurePlace(int Part, int? Offset, int? Length, string? Quote);
