using CreatorCRM.Common;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>From where a signature came.</summary>
/// <param name="IpAddress">Of the signer's device, such as 192.0.2.1 or 2001:db8::1.</param>
/// <param name="UserAgent">What the signer's browser calls itself, at most 500 characters.</param>
public sealed record SignatureEvidenceInput(string? IpAddress, string? UserAgent)
{
    internal Contracts.SignatureEvidence ToEvidence() => new(IpAddress, UserAgent);
}

/// <summary>A manager's word that exclusivities do not stand against a contract.</summary>
/// <param name="Reason">Why; it stays in the history. At most 1,000 characters.</param>
public sealed record OverrideExclusivityInput(string Reason);

/// <summary>A change of the contract in force.</summary>
/// <param name="ContractId">The version that is COUNTERSIGNED.</param>
/// <param name="Terms">All terms, also those that stay; the compensation stays when it is left out or empty.</param>
/// <param name="OverrideExclusivity">Draft it although exclusivities stand against it.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record AmendContractInput(NodeId<Contract> ContractId, ContractTermsInput Terms, OverrideExclusivityInput? OverrideExclusivity,
    int? ExpectedVersion, string? IdempotencyKey);

/// <summary>Another term on the same terms.</summary>
/// <param name="ContractId">The version that is or was last in force: COUNTERSIGNED, FULFILLED, or EXPIRED with its term.</param>
/// <param name="Term">From when and, which is needed, until when. Usage rights and exclusivities that ended with the old term end with the new one.</param>
/// <param name="OverrideExclusivity">Draft it although exclusivities stand against it.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RenewContractInput(NodeId<Contract> ContractId, PeriodInput Term, OverrideExclusivityInput? OverrideExclusivity, int? ExpectedVersion,
    string? IdempotencyKey);

/// <summary>The version that the influencer opened.</summary>
/// <param name="ContractId">A version that is SENT; nothing happens to one that is VIEWED already.</param>
/// <param name="ViewedAt">Now when left out.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record RecordContractViewedInput(NodeId<Contract> ContractId, DateTimeOffset? ViewedAt, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>What the influencer wants otherwise.</summary>
/// <param name="ContractId">A version that is SENT or VIEWED.</param>
/// <param name="Comments">In the influencer's words, at most 10,000 characters.</param>
/// <param name="Terms">As the influencer would sign them.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CounterContractInput(NodeId<Contract> ContractId, string Comments, ContractTermsInput? Terms, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>The version of which all is done.</summary>
/// <param name="ContractId">The version that is COUNTERSIGNED.</param>
/// <param name="Note">At most 1,000 characters.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record FulfilContractInput(NodeId<Contract> ContractId, string? Note, int? ExpectedVersion, string? IdempotencyKey);

/// <summary>The end of a contract before its time.</summary>
/// <param name="ContractId">The version that is COUNTERSIGNED.</param>
/// <param name="By">Who ends it.</param>
/// <param name="Reason">At most 1,000 characters.</param>
/// <param name="EffectiveOn">The last day in force, in UTC; the earliest that is possible when left out.</param>
/// <param name="ImmediateReason">The cause for which it ends without the notice that the contract asks for.</param>
/// <param name="ExpectedVersion">Refuse when somebody changed the partnership since this version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record TerminateContractInput(
    NodeId<Contract> ContractId, Party By, string Reason, DateOnly? EffectiveOn, string? ImmediateReason, int? ExpectedVersion, string? IdempotencyKey);
