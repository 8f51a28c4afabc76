using CreatorCRM.Access;
using CreatorCRM.Contracts;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>What becomes of a contract besides drafting, sending and signing.</summary>
[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class ContractCourseMutations
{
    /// <summary>Drafts a change of the contract in force, which stays in force until both have signed the change.</summary>
    public static async Task<AmendContractPayload> AmendContract(
        AmendContractInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("amendContract", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ContractId);
        var result = await grains.Partnership(caller, part.Partnership)
            .AmendContract(new AmendContract(part.Number, input.Terms.ToTerms(), input.OverrideExclusivity?.Reason), context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new AmendContractPayload(contract, partnership));
    }

    /// <summary>Drafts the contract for another term. Once both have signed, it replaces the version that is still in force, if any.</summary>
    public static async Task<RenewContractPayload> RenewContract(
        RenewContractInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("renewContract", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ContractId);
        var result = await grains.Partnership(caller, part.Partnership)
            .RenewContract(new RenewContract(part.Number, input.Term.ToPeriod(), input.OverrideExclusivity?.Reason), context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new RenewContractPayload(contract, partnership));
    }

    /// <summary>Records that the influencer opened what was sent.</summary>
    public static async Task<RecordContractViewedPayload> RecordContractViewed(
        RecordContractViewedInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("recordContractViewed", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ContractId);
        var result = await grains.Partnership(caller, part.Partnership).ViewContract(new ViewContract(part.Number, input.ViewedAt), context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new RecordContractViewedPayload(contract, partnership));
    }

    /// <summary>Records what the influencer wants otherwise. The next draft answers it.</summary>
    public static async Task<CounterContractPayload> CounterContract(
        CounterContractInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("counterContract", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ContractId);
        var result = await grains.Partnership(caller, part.Partnership)
            .CounterContract(new CounterContract(part.Number, input.Comments, input.Terms?.ToTerms()), context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new CounterContractPayload(contract, partnership));
    }

    /// <summary>
    /// Records that all is done that the contract promises. A contract that asks for content is fulfilled by itself when the last piece is verified.
    /// </summary>
    public static async Task<FulfilContractPayload> FulfilContract(
        FulfilContractInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("fulfilContract", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ContractId);
        var result = await grains.Partnership(caller, part.Partnership).FulfilContract(new FulfilContract(part.Number, input.Note), context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new FulfilContractPayload(contract, partnership));
    }

    /// <summary>
    /// Ends the contract in force before its time: with the notice that it asks for it is TERMINATED when the day has passed, for a cause at once.
    /// </summary>
    public static async Task<TerminateContractPayload> TerminateContract(
        TerminateContractInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("terminateContract", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ContractId);
        var result = await grains.Partnership(caller, part.Partnership)
            .TerminateContract(new TerminateContract(part.Number, input.By, input.Reason, input.EffectiveOn, input.ImmediateReason), context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new TerminateContractPayload(contract, partnership));
    }
}
