using System.Collections.Immutable;
using CreatorCRM.Disclosure;

namespace CreatorCRM.Deliverables;

[GenerateSerializer, Immutable, Alias("add-deliverable")]
public sealed record AddDeliverable(DeliverableKind Kind, DateOnly? DueOn, string? Note);

/// <summary>Plans what the contract in force asks for and is not planned yet.</summary>
[GenerateSerializer, Immutable, Alias("plan-deliverables")]
public sealed record PlanDeliverables;

/// <summary>Hands a draft in, as a link or as text.</summary>
/// <param name="Deliverable">Its number, as in the other commands.</param>
[GenerateSerializer, Immutable, Alias("submit-draft")]
public sealed record SubmitDraft(string Deliverable, string? Url, string? Text, string? Note);

/// <summary>Something to change in a draft.</summary>
/// <param name="Place">Where, in the words of whoever wrote it, such as "second 12"; null is the whole.</param>
[GenerateSerializer, Immutable, Alias("review-comment")]
public sealed record ReviewComment(string Text, string? Place);

[GenerateSerializer, Immutable, Alias("request-changes")]
public sealed record RequestChanges(string Deliverable, ImmutableArray<ReviewComment> Comments);

[GenerateSerializer, Immutable, Alias("approve-draft")]
public sealed record ApproveDraft(string Deliverable, string? Note);

/// <param name="Country">Whose rules of disclosure count, as an ISO 3166-1 code; null is <paramref name="HomeCountry"/>.</param>
/// <param name="HomeCountry">The influencer's; null when unknown.</param>
[GenerateSerializer, Immutable, Alias("record-publication")]
public sealed record RecordPublication(string Deliverable, PublishedPost Post, string? Country, string? HomeCountry);

/// <summary>What changed of a post; what is null stays.</summary>
/// <param name="Country">As with <see cref="RecordPublication"/>; null is that of the latest check.</param>
[GenerateSerializer, Immutable, Alias("update-publication")]
public sealed record UpdatePublication(
    string Deliverable, string? Url, ImmutableArray<string>? Texts, DateTimeOffset? PublishedAt, bool? PlatformLabel, string? Country, string? HomeCountry);

/// <summary>Checks the post as it is recorded now against the rules as they are now.</summary>
[GenerateSerializer, Immutable, Alias("check-disclosure")]
public sealed record CheckDisclosure(string Deliverable, string? Country, string? HomeCountry);

[GenerateSerializer, Immutable, Alias("decide-disclosure")]
public sealed record DecideDisclosure(string Deliverable, DisclosureOutcome Outcome, string Reason);

/// <param name="OverrideReason">Why it is verified although its disclosure does not comply.</param>
[GenerateSerializer, Immutable, Alias("verify-deliverable")]
public sealed record VerifyDeliverable(string Deliverable, string? Note, string? OverrideReason);

/// <param name="TakenAt">When the figures were true; null is now.</param>
[GenerateSerializer, Immutable, Alias("record-deliverable-metrics")]
public sealed record RecordDeliverableMetrics(string Deliverable, DeliverableFigures Figures, DateTimeOffset? TakenAt);

[GenerateSerializer, Immutable, Alias("cancel-deliverable")]
public sealed record CancelDeliverable(string Deliverable, string Reason);
