using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Disclosure;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>A post.</summary>
/// <param name="DeliverableId">One that is not online yet, approved or not.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Caption">Its text, at most 10,000 characters.</param>
/// <param name="Slides">In place of a caption the text of each slide or part in order; an empty one for a text that could not be read. At most 100.</param>
/// <param name="PublishedAt">When it went online; now when left out. Until tomorrow.</param>
/// <param name="PlatformLabel">The platform's own label, such as "Paid partnership", is switched on.</param>
/// <param name="Country">Whose rules of disclosure count: where the audience is. The influencer's country when left out.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RecordPublicationInput(
    NodeId<Deliverable> DeliverableId, Uri Url, string? Caption, IReadOnlyList<string>? Slides, DateTimeOffset? PublishedAt, CountryCode? Country,
    int? ExpectedVersion, string? IdempotencyKey,
    bool PlatformLabel = false);

/// <summary>What changed of a post; what is left out stays.</summary>
/// <param name="DeliverableId">One that is online.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Caption">Its text, at most 10,000 characters.</param>
/// <param name="Slides">In place of a caption the text of each slide or part in order.</param>
/// <param name="PublishedAt">When it went online.</param>
/// <param name="PlatformLabel">The platform's own label is switched on.</param>
/// <param name="Country">Whose rules of disclosure count: where the audience is. That of the latest check when left out.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record UpdatePublicationInput(
    NodeId<Deliverable> DeliverableId, Uri? Url, string? Caption, IReadOnlyList<string>? Slides, DateTimeOffset? PublishedAt, bool? PlatformLabel,
    CountryCode? Country, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A post to check.</summary>
/// <param name="DeliverableId">One that is online.</param>
/// <param name="Country">Whose rules of disclosure count: where the audience is. That of the latest check when left out.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CheckDisclosureInput(
    NodeId<Deliverable> DeliverableId, CountryCode? Country, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>What a manager makes of a verdict.</summary>
/// <param name="DeliverableId">One whose latest check is UNCLEAR.</param>
/// <param name="Outcome">COMPLIANT or NOT_COMPLIANT.</param>
/// <param name="Reason">At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record DecideDisclosureInput(
    NodeId<Deliverable> DeliverableId, DisclosureOutcome Outcome, string Reason, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A post that is online and as agreed.</summary>
/// <param name="DeliverableId">One that is PUBLISHED.</param>
/// <param name="Note">At most 1,000 characters.</param>
/// <param name="OverrideReason">Why it is verified although its disclosure does not comply. At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record VerifyDeliverableInput(
    NodeId<Deliverable> DeliverableId, string? Note, string? OverrideReason, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>Figures of a post; at least one. What is left out is unknown.</summary>
/// <param name="DeliverableId">One that is online.</param>
/// <param name="Impressions">How often it was shown.</param>
/// <param name="Reach">How many people saw it.</param>
/// <param name="Likes">How many liked it.</param>
/// <param name="Comments">How many comments it got.</param>
/// <param name="Shares">How often it was shared.</param>
/// <param name="Saves">How often it was saved.</param>
/// <param name="Views">How often it was played.</param>
/// <param name="LinkClicks">How often its link was followed.</param>
/// <param name="TakenAt">When the figures were true; now when left out. Until tomorrow.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RecordDeliverableMetricsInput(
    NodeId<Deliverable> DeliverableId, long? Impressions, long? Reach, long? Likes, long? Comments, long? Shares, long? Saves, long? Views, long? LinkClicks,
    DateTimeOffset? TakenAt, int? ExpectedVersion, string? IdempotencyKey);

internal static class PostTexts
{
    /// <summary>Null when neither was given.</summary>
    /// <exception cref="InputError">Both were given.</exception>
    public static ImmutableArray<string>? Of(string? caption, IReadOnlyList<string>? slides) => (caption, slides) switch
    {
        (not null, not null) => throw InputError.At("Give a caption or slides, not both.", "input", "slides"),
        (null, null) => null,
        (null, var texts) => texts.ToList(),
        (var text, _) => [text],
    };
}
