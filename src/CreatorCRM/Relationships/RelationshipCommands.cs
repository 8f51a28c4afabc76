namespace CreatorCRM.Relationships;

/// <summary>Fixes the stage of a relationship, or lets it follow from what happens again.</summary>
/// <param name="Stage">Null releases it.</param>
[GenerateSerializer, Immutable, Alias("set-relationship-stage")]
public sealed record SetRelationshipStage(RelationshipStage? Stage, string? Reason);

/// <summary>How a partnership was, 1 (bad) to 5 (excellent) each.</summary>
/// <param name="Reliability">Kept what was agreed, in time.</param>
/// <param name="Quality">The content.</param>
/// <param name="Communication">Answers, tone, openness.</param>
[GenerateSerializer, Immutable, Alias("rate-partnership")]
public sealed record RatePartnership(int Reliability, int Quality, int Communication, string? Note);
