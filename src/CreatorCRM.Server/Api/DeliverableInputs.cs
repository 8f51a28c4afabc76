using CreatorCRM.Deliverables;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>A piece of content to plan.</summary>
/// <param name="Kind">Its format.</param>
/// <param name="DueOn">The day by which it is to be published.</param>
/// <param name="Note">At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="PartnershipId">Whose it is. Not one that was given up or is COMPLETED.</param>
public sealed record AddDeliverableInput(NodeId<Partnership> PartnershipId, DeliverableKind Kind, DateOnly? DueOn, string? Note, int? ExpectedVersion,
    string? IdempotencyKey);

/// <summary>The partnership whose content is to be planned.</summary>
/// <param name="PartnershipId">One with a contract in force that was not given up and is not COMPLETED.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record PlanDeliverablesInput(NodeId<Partnership> PartnershipId, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A draft.</summary>
/// <param name="DeliverableId">One that is not online yet.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Text">The draft itself, at most 50,000 characters. One of the two is needed.</param>
/// <param name="Note">At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record SubmitDraftInput(
    NodeId<Deliverable> DeliverableId, Uri? Url, string? Text, string? Note, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>What is to be changed in a draft.</summary>
/// <param name="DeliverableId">One that is DRAFT_SUBMITTED.</param>
/// <param name="Comments">At least one, at most 100.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RequestChangesInput(
    NodeId<Deliverable> DeliverableId, IReadOnlyList<ReviewCommentInput> Comments, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>An approval.</summary>
/// <param name="DeliverableId">One that is PLANNED or DRAFT_SUBMITTED.</param>
/// <param name="Note">At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record ApproveDraftInput(
    NodeId<Deliverable> DeliverableId, string? Note, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A deliverable that is not wanted any more.</summary>
/// <param name="DeliverableId">One that is not online yet.</param>
/// <param name="Reason">At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CancelDeliverableInput(
    NodeId<Deliverable> DeliverableId, string Reason, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>Something to change in a draft.</summary>
/// <param name="Text">What, at most 2,000 characters.</param>
/// <param name="Place">Where, such as "second 12"; the whole when left out. At most 200 characters.</param>
public sealed record ReviewCommentInput(string Text, string? Place);
