using CreatorCRM.Compensation;

namespace CreatorCRM.Contracts;

/// <summary>Something about the contract of a partnership.</summary>
public interface IContractEvent : IEvent;

[EventType("partnership.contract-drafted")]
public sealed record ContractDrafted(string Contract, ContractTerms Terms) : IContractEvent
{
    public string Summary => $"Version {Contract} of the contract was drafted: {CompensationRules.Describe(Terms.Compensation)}.";
}

[EventType("partnership.contract-sent")]
public sealed record ContractSent(string Contract) : IContractEvent
{
    public string Summary => $"Version {Contract} of the contract was sent to the influencer.";
}

[EventType("partnership.contract-signed")]
public sealed record ContractSigned(string Contract, Signature Signature) : IContractEvent
{
    public string Summary => $"{Signature.SignedBy} signed version {Contract} of the contract for the {Side}{Guardian}.";

    public DateTimeOffset? OccurredAt => Signature.SignedAt;

    private string Side => Signature.Party == Party.Brand ? "brand" : "influencer";

    private string Guardian => Signature.Guardian is null ? "" : $", with {Signature.Guardian} as guardian";
}

[EventType("partnership.contract-declined")]
public sealed record ContractDeclined(string Contract, string Reason) : IContractEvent
{
    public string Summary => $"The influencer declined version {Contract} of the contract: {Reason}.";
}

[EventType("partnership.contract-voided")]
public sealed record ContractVoided(string Contract, string Reason) : IContractEvent
{
    public string Summary => $"Version {Contract} of the contract was voided: {Reason}.";
}
