using CreatorCRM.Access;
using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>
/// What a check of a post's text found: whether it marks advertising as the law of a country wants it. It reads text alone; what a picture shows or a voice
/// says is for a person to judge, and no verdict is legal advice.
/// </summary>
[Requires(Scope.RelationshipsRead)]
public sealed class DisclosureCheck(DisclosureCheckRow row)
{
    private readonly DisclosureChecked _evidence = CrmJson.Read<DisclosureChecked>(row.Evidence);

    /// <summary>Counts the checks of the deliverable, from 1.</summary>
    public int Number => row.Number;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CheckedAt => row.CheckedAt;

    /// <summary>The verdict.</summary>
    public DisclosureOutcome Outcome => row.Outcome;

    /// <summary>Whose rules were applied.</summary>
    [Country]
    public string Country => _evidence.Verdict.Country;

    /// <summary>The day of publication in UTC, which chose the version of the rules.</summary>
    public DateOnly Day => _evidence.Verdict.Day;

    /// <summary>Such as DE-2022-05-28: the country and the day from which these rules are valid; null when none are known.</summary>
    public string? RuleVersion => _evidence.Verdict.RuleVersion;

    /// <summary>
    /// What the influencer got in return: all that was ever accepted or signed in the partnership, also when it was taken back or changed since, and GIFTED when
    /// a shipment is SHIPPED or DELIVERED, whether or not a product was agreed.
    /// </summary>
    public IReadOnlyList<Consideration> Considerations => _evidence.Considerations;

    /// <summary>The platform's own label was switched on.</summary>
    public bool PlatformLabel => _evidence.PlatformLabel;

    /// <summary>The texts that were read.</summary>
    public IReadOnlyList<string> Texts => _evidence.Texts;

    /// <summary>What speaks for the verdict, the worst first.</summary>
    public IReadOnlyList<DisclosureFinding> Findings =>
        [.. _evidence.Verdict.Findings.Select(finding => new DisclosureFinding(finding.Code, finding.Outcome, finding.Message, finding.Source,
            DisclosurePlace.Of(finding.Place)))];
}

/// <summary>One thing that a check found.</summary>
/// <param name="Code">Which kind of thing.</param>
/// <param name="Outcome">What this alone would lead to.</param>
/// <param name="Message">A sentence that names the rule.</param>
/// <param name="Source">The law, guide or ruling behind it.</param>
/// <param name="Place">Where in the text; null when it is about something that is not there.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record DisclosureFinding(DisclosureFindingCode Code, DisclosureOutcome Outcome, string Message, string? Source, DisclosurePlace? Place);

/// <summary>Some words in the text of a post.</summary>
/// <param name="Part">Which text, from 0.</param>
/// <param name="Offset">Where the words begin, in UTF-16 units from 0; null when the whole part is meant.</param>
/// <param name="Length">How long they are, in UTF-16 units; null when the whole part is meant.</param>
/// <param name="Quote">The words as they were written.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record DisclosurePlace(int Part, int? Offset, int? Length, string? Quote)
{
    internal static DisclosurePlace? Of(Disclosure.DisclosurePlace? place) =>
        place is null ? null : new DisclosurePlace(place.Part, place.Offset, place.Length, place.Quote);
}

/// <summary>What a manager made of a verdict that left it open.</summary>
/// <param name="Outcome">COMPLIANT or NOT_COMPLIANT.</param>
/// <param name="Reason">Why.</param>
/// <param name="DecidedBy">Who.</param>
/// <param name="DecidedAt">When.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record DisclosureDecision(DisclosureOutcome Outcome, string Reason, string DecidedBy, DateTimeOffset DecidedAt);

public sealed class ChecksOfDeliverables(DeliverableQueries deliverables, Caller caller) : ListLoader<string, DisclosureCheck>
{
    protected override async Task<ILookup<string, DisclosureCheck>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await deliverables.Of<DisclosureCheckRow>(caller.Workspace, keys, cancellation)).SelectMany(rows => rows)
            .ToLookup(row => row.DeliverableId, row => new DisclosureCheck(row));
}
