using CreatorCRM.Access;
using CreatorCRM.Contracts;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class ContractMutations
{
    /// <summary>
    /// Writes a version of the contract once an offer is accepted, while the campaign is DRAFT or ACTIVE. It replaces a version that is still DRAFT.
    /// Exclusivities count between campaigns of different brands; campaigns that name no brand are taken to be for different ones.
    /// </summary>
    public static async Task<DraftContractPayload> DraftContract(
        DraftContractInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("draftContract", input.IdempotencyKey, input, input.ExpectedVersion);
        var command = new DraftContract(input.Terms?.ToTerms() ?? new Contracts.ContractTerms(), input.OverrideExclusivity?.Reason);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).DraftContract(command, context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new DraftContractPayload(contract, partnership));
    }

    /// <summary>Records that a draft went to the influencer.</summary>
    public static async Task<SendContractPayload> SendContract(
        SendContractInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("sendContract", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ContractId);
        var result = await grains.Partnership(caller, part.Partnership).SendContract(new SendContract(part.Number, input.OfferExpiresOn), context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new SendContractPayload(contract, partnership));
    }

    /// <summary>Records a signature: first the influencer's, then the brand's, which puts the contract in force. The partnership is CONTRACTED then.</summary>
    public static async Task<SignContractPayload> SignContract(
        SignContractInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("signContract", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ContractId);
        var command = new SignContract(part.Number, input.Party, input.SignedBy, input.Guardian, input.SignedAt, input.Evidence?.ToEvidence(), input.TextSha256);
        var result = await grains.Partnership(caller, part.Partnership).SignContract(command, context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new SignContractPayload(contract, partnership));
    }

    /// <summary>Records that the influencer does not sign a contract that was sent.</summary>
    public static async Task<DeclineContractPayload> DeclineContract(
        DeclineContractInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("declineContract", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ContractId);
        var result = await grains.Partnership(caller, part.Partnership).DeclineContract(new CloseContract(part.Number, input.Reason), context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new DeclineContractPayload(contract, partnership));
    }

    /// <summary>Takes a contract back that is not in force yet.</summary>
    public static async Task<VoidContractPayload> VoidContract(
        VoidContractInput input, Caller caller, IGrainFactory grains, ContractLoader contracts, PartnershipLoader partnerships)
    {
        var context = caller.Command("voidContract", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.ContractId);
        var result = await grains.Partnership(caller, part.Partnership).VoidContract(new CloseContract(part.Number, input.Reason), context);
        return await result.ToPayload(contracts, partnerships, (contract, partnership) => new VoidContractPayload(contract, partnership));
    }
}
