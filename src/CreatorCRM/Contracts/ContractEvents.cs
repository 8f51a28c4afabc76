using System.Collections.Immutable;
using CreatorCRM.Compensation;

namespace CreatorCRM.Contracts;

/// <summary>Something about the contract of a partnership.</summary>
public interface IContractEvent : IEvent;

[EventType("partnership.contract-drafted")]
public sealed record ContractDrafted(string Contract, ContractTerms Terms) : IContractEvent
{
    /// <summary>The version that it changes or renews; null for a contract of its own.</summary>
    public string? Amends { get; init; }

    public bool? IsRenewal { get; init; }

    /// <summary>Of the campaign when it was drafted; null when it names none.</summary>
    public string? Brand { get; init; }

    /// <summary>Why it may break exclusivities.</summary>
    public string? ExclusivityOverride { get; init; }

    /// <summary>The version whose counter-proposal it answers.</summary>
    public string? Answers { get; init; }

    public string Summary =>
        $"Version {Contract} of the contract was drafted{Purpose}: {CompensationRules.Describe(Terms.Compensation)}{(ExclusivityOverride is null ? "" : $"; exclusivities were overridden: {ExclusivityOverride}")}.";

    private string Purpose => Amends is null
        ? Answers is null ? "" : $" in answer to the counter-proposal to version {Answers}"
        : IsRenewal == true ? $" to renew version {Amends} for the term {Terms.Term}" : $" to amend version {Amends}";
}

[EventType("partnership.contract-sent")]
public sealed record ContractSent(string Contract) : IContractEvent
{
    public DateOnly? OfferExpiresOn { get; init; }

    /// <summary>What it says, in every language and format: a template that changes later changes nothing that was sent. Null in events of before.</summary>
    public ImmutableArray<ContractText>? Texts { get; init; }

    public string Summary =>
        $"Version {Contract} of the contract was sent to the influencer{(OfferExpiresOn is { } day ? $", who may sign it until {day:yyyy-MM-dd}" : "")}.";
}

[EventType("partnership.contract-viewed")]
public sealed record ContractViewed(string Contract, DateTimeOffset At) : IContractEvent
{
    public DateTimeOffset? OccurredAt => At;

    public string Summary => $"The influencer opened version {Contract} of the contract.";
}

[EventType("partnership.contract-countered")]
public sealed record ContractCountered(string Contract, CounterProposal Counter) : IContractEvent
{
    public string Summary =>
        $"The influencer countered version {Contract} of the contract{(Counter.Terms is null ? "" : " with other terms")}: {Excerpt.Of(Counter.Comments)}";
}

[EventType("partnership.contract-signed")]
public sealed record ContractSigned(string Contract, Signature Signature) : IContractEvent
{
    /// <summary>The version that was in force until now.</summary>
    public string? Replaces { get; init; }

    public string Summary =>
        $"{Signature.SignedBy} signed version {Contract} of the contract for the {Side}{Guardian}{(Replaces is null ? "" : $"; it replaces version {Replaces}")}.";

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
