using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>What one side offered the other. Offers are history: a new one never overwrites the old.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Offer(OfferRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<Offer>(row.Id);

    /// <summary>Counts the partnership's offers, from 1.</summary>
    public int Number => row.Number;

    /// <summary>Who made it.</summary>
    public Party By => row.By;

    /// <summary>Where it stands.</summary>
    public OfferStatus Status => row.Status;

    /// <summary>What the influencer gets, all in one currency.</summary>
    public IReadOnlyList<ICompensationComponent> Compensation => CrmJson.Read<List<CompensationComponent>>(row.Compensation).ToNodes();

    /// <summary>In the words of whoever wrote it.</summary>
    public string? Note => row.Note;

    /// <summary>The other side's offer that this one counters; null for a first offer and for one that replaces the same side's.</summary>
    public IDataLoaderResult<Offer?>? Answers(OfferLoader loader) => row.Answers is { } answered ? loader.LoadAsync(answered, past) : null;

    /// <summary>When it was made.</summary>
    public DateTimeOffset ProposedAt => row.ProposedAt;

    /// <summary>When it was answered, replaced or taken back; null while it lies on the table.</summary>
    public DateTimeOffset? ClosedAt => row.ClosedAt;

    /// <summary>The partnership it belongs to.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId, past?.At);
}

public sealed class OfferLoader(PartnershipPartQueries parts, Caller caller) : PartLoader<OfferRow, Offer>(parts, caller, row => new Offer(row))
{
    /// <param name="past">The partnership as it was; null: as it is.</param>
    public IDataLoaderResult<Offer?> LoadAsync(string key, Past? past) => past is null
        ? LoadAsync(key)
        : new LoaderResult<Offer?>(_ => Task.FromResult(past.Of<OfferRow>().Where(row => row.Id == key).Select(row => new Offer(row, past)).SingleOrDefault()));
}

public sealed class OffersOfPartnership(PartnershipPartQueries parts, Caller caller)
    : PartsLoader<OfferRow, Offer>(parts, caller, (row, past) => new Offer(row, past));

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class OfferMutations
{
    /// <summary>Makes an offer. It counters the other side's that lies on the table, and replaces one's own. The campaign is DRAFT or ACTIVE.</summary>
    public static async Task<ProposeOfferPayload> ProposeOffer(
        ProposeOfferInput input, Caller caller, IGrainFactory grains, OfferLoader offers, PartnershipLoader partnerships)
    {
        var context = caller.Command("proposeOffer", input.IdempotencyKey, input, input.ExpectedVersion);
        var command = new ProposeOffer(input.By, input.Compensation.ToList(component => component.ToComponent()), input.Note);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).ProposeOffer(command, context);
        return await result.ToPayload(offers, partnerships, (offer, partnership) => new ProposeOfferPayload(offer, partnership));
    }

    /// <summary>The other side accepts the offer on the table. The partnership is AGREED. The campaign is DRAFT or ACTIVE.</summary>
    public static async Task<AcceptOfferPayload> AcceptOffer(
        AcceptOfferInput input, Caller caller, IGrainFactory grains, OfferLoader offers, PartnershipLoader partnerships)
    {
        var context = caller.Command("acceptOffer", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.OfferId);
        var result = await grains.Partnership(caller, part.Partnership).AcceptOffer(new CloseOffer(part.Number, input.Note), context);
        return await result.ToPayload(offers, partnerships, (offer, partnership) => new AcceptOfferPayload(offer, partnership));
    }

    /// <summary>The other side declines the offer on the table. Another offer can follow.</summary>
    public static async Task<DeclineOfferPayload> DeclineOffer(
        DeclineOfferInput input, Caller caller, IGrainFactory grains, OfferLoader offers, PartnershipLoader partnerships)
    {
        var context = caller.Command("declineOffer", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.OfferId);
        var result = await grains.Partnership(caller, part.Partnership).DeclineOffer(new CloseOffer(part.Number, input.Note), context);
        return await result.ToPayload(offers, partnerships, (offer, partnership) => new DeclineOfferPayload(offer, partnership));
    }

    /// <summary>The side that made the offer on the table takes it back.</summary>
    public static async Task<WithdrawOfferPayload> WithdrawOffer(
        WithdrawOfferInput input, Caller caller, IGrainFactory grains, OfferLoader offers, PartnershipLoader partnerships)
    {
        var context = caller.Command("withdrawOffer", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.OfferId);
        var result = await grains.Partnership(caller, part.Partnership).WithdrawOffer(new CloseOffer(part.Number, input.Note), context);
        return await result.ToPayload(offers, partnerships, (offer, partnership) => new WithdrawOfferPayload(offer, partnership));
    }
}

/// <summary>An offer, or a counter-offer when the other side's lies on the table.</summary>
/// <param name="Compensation">1 to 20, all in one currency.</param>
/// <param name="Note">At most 5,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="By">Who makes it.</param>
/// <param name="PartnershipId">One that is NEGOTIATING or before that.</param>
public sealed record ProposeOfferInput(
    NodeId<Partnership> PartnershipId, IReadOnlyList<CompensationComponentInput> Compensation, string? Note, int? ExpectedVersion, string? IdempotencyKey,
    Party By = Party.Brand);

/// <summary>The offer that is accepted.</summary>
/// <param name="Note">At most 5,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="OfferId">The one on the table.</param>
public sealed record AcceptOfferInput(NodeId<Offer> OfferId, string? Note, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>The offer that is declined.</summary>
/// <param name="Note">At most 5,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="OfferId">The one on the table.</param>
public sealed record DeclineOfferInput(NodeId<Offer> OfferId, string? Note, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>The offer that is taken back.</summary>
/// <param name="Note">At most 5,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="OfferId">The one on the table.</param>
public sealed record WithdrawOfferInput(NodeId<Offer> OfferId, string? Note, int? ExpectedVersion, string? IdempotencyKey);

/// <param name="Offer">The offer as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record ProposeOfferPayload(Offer? Offer, Partnership? Partnership) : Payload;

/// <param name="Offer">The offer as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record AcceptOfferPayload(Offer? Offer, Partnership? Partnership) : Payload;

/// <param name="Offer">The offer as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record DeclineOfferPayload(Offer? Offer, Partnership? Partnership) : Payload;

/// <param name="Offer">The offer as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record WithdrawOfferPayload(Offer? Offer, Partnership? Partnership) : Payload;
