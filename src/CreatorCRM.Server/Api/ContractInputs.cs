using CreatorCRM.Common;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>A version of the contract to write.</summary>
/// <param name="PartnershipId">A partnership that is AGREED.</param>
/// <param name="Terms">The compensation of the accepted offer and nothing else when left out.</param>
/// <param name="OverrideExclusivity">Draft it although exclusivities stand against it.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record DraftContractInput(NodeId<Partnership> PartnershipId, ContractTermsInput? Terms, OverrideExclusivityInput? OverrideExclusivity,
    int? ExpectedVersion, string? IdempotencyKey);

/// <summary>The version to send.</summary>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ContractId">A version that is DRAFT.</param>
/// <param name="OfferExpiresOn">The last day on which the influencer may sign, in UTC: today or later. The version is EXPIRED when the day passes unsigned. No
/// limit when left out.</param>
public sealed record SendContractInput(NodeId<Contract> ContractId, DateOnly? OfferExpiresOn, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>A signature.</summary>
/// <param name="Party">For whom.</param>
/// <param name="SignedBy">The name under the contract.</param>
/// <param name="Guardian">
/// Who signs for a minor, with the influencer's signature; needed when the influencer is one. When that turns out after it, the brand cannot countersign:
/// void the version and send another.
/// </param>
/// <param name="SignedAt">
/// Now when left out. Until tomorrow; the influencer's not earlier than a day before the version was sent, the brand's not before the influencer's.
/// </param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ContractId">A version that is SENT or VIEWED, or signed by the influencer.</param>
/// <param name="TextSha256">The `textSha256` of the text that the signer was shown: refused when that is no text of this version.</param>
/// <param name="Evidence">From where the signature came, to be kept with it.</param>
public sealed record SignContractInput(
    NodeId<Contract> ContractId, Party Party, string SignedBy, string? Guardian, DateTimeOffset? SignedAt, SignatureEvidenceInput? Evidence, string? TextSha256,
    int? ExpectedVersion, string? IdempotencyKey);

/// <summary>The version that the influencer does not sign.</summary>
/// <param name="Reason">At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ContractId">A version that is SENT or VIEWED.</param>
public sealed record DeclineContractInput(NodeId<Contract> ContractId, string Reason, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>The version to take back.</summary>
/// <param name="Reason">At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="ContractId">A version that is not in force yet.</param>
public sealed record VoidContractInput(NodeId<Contract> ContractId, string Reason, int? ExpectedVersion, string? IdempotencyKey);
