using System.Collections.Immutable;

namespace CreatorCRM.Contracts;

/// <summary>The contract of a partnership in all its versions, none ever overwritten.</summary>
public sealed partial record ContractHistory
{
    public static ContractHistory Empty { get; } = new();

    public ImmutableArray<Contract> Versions { get; init; } = [];

    /// <summary>The version that is being written or signed; null when none is.</summary>
    public Contract? Open => Versions.LastOrDefault(contract => contract.Status is ContractStatus.Draft or ContractStatus.Sent or ContractStatus.SignedByInfluencer);

    /// <summary>The version that both have signed; null when none is in force.</summary>
    public Contract? InForce => Versions.LastOrDefault(contract => contract.Status == ContractStatus.Countersigned);

    public Contract? Latest => Versions.LastOrDefault();

    public ContractHistory Apply(IContractEvent @event, EventMeta meta) => @event switch
    {
        ContractDrafted e => this with { Versions = Versions.Add(new Contract(PartNumber.Parse(e.Contract), ContractStatus.Draft, e.Terms, meta.OccurredAt, null, [], null)) },
        ContractSent e => With(e.Contract, contract => contract with { Status = ContractStatus.Sent, SentAt = meta.OccurredAt }),
        ContractSigned e => With(e.Contract, contract => contract with
        {
            Status = e.Signature.Party == Party.Influencer ? ContractStatus.SignedByInfluencer : ContractStatus.Countersigned,
            Signatures = contract.Signatures.Add(e.Signature),
        }),
        ContractDeclined e => With(e.Contract, contract => contract with { Status = ContractStatus.Declined, Reason = e.Reason }),
        ContractVoided e => With(e.Contract, contract => contract with { Status = ContractStatus.Voided, Reason = e.Reason }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a contract."),
    };

    private ContractHistory With(string number, Func<Contract, Contract> change) =>
        this with { Versions = [.. Versions.Select(contract => contract.Number == PartNumber.Parse(number) ? change(contract) : contract)] };
}
