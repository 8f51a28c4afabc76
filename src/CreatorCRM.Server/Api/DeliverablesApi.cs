using CreatorCRM.Access;
using CreatorCRM.Deliverables;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A piece of content that the influencer is to publish.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Deliverable(DeliverableRow row) : INode
{
    public NodeId Id => NodeId.Of<Deliverable>(row.Id);

    /// <summary>Counts the partnership's deliverables, from 1.</summary>
    public int Number => row.Number;

    /// <summary>Its format.</summary>
    public DeliverableKind Kind => row.Kind;

    /// <summary>Where it stands.</summary>
    public DeliverableStatus Status => row.Status;

    /// <summary>The day by which it is to be published; null when that is open.</summary>
    public DateOnly? DueOn => row.DueOn;

    /// <summary>In the words of whoever wrote it.</summary>
    public string? Note => row.Note;

    /// <summary>The partnership it belongs to.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId);
}

public sealed class DeliverableLoader(PartnershipPartQueries parts, Caller caller) : PartLoader<DeliverableRow, Deliverable>(parts, caller, row => new Deliverable(row));

public sealed class DeliverablesOfPartnership(PartnershipPartQueries parts, Caller caller) : PartsLoader<DeliverableRow, Deliverable>(parts, caller, row => new Deliverable(row));

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class DeliverableMutations
{
    /// <summary>Plans a piece of content.</summary>
    public static async Task<AddDeliverablePayload> AddDeliverable(
        AddDeliverableInput input, Caller caller, IGrainFactory grains, DeliverableLoader deliverables, PartnershipLoader partnerships)
    {
        var context = caller.Command("addDeliverable", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).AddDeliverable(new AddDeliverable(input.Kind, input.DueOn, input.Note), context);
        return await result.ToPayload(deliverables, partnerships, (deliverable, partnership) => new AddDeliverablePayload(deliverable, partnership));
    }
}

/// <summary>A piece of content to plan.</summary>
/// <param name="Kind">Its format.</param>
/// <param name="DueOn">The day by which it is to be published.</param>
/// <param name="Note">At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="PartnershipId">Whose it is. Not one that was given up or is COMPLETED.</param>
public sealed record AddDeliverableInput(NodeId<Partnership> PartnershipId, DeliverableKind Kind, DateOnly? DueOn, string? Note, int? ExpectedVersion, string? IdempotencyKey);

/// <param name="Deliverable">What was planned; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record AddDeliverablePayload(Deliverable? Deliverable, Partnership? Partnership) : Payload;
