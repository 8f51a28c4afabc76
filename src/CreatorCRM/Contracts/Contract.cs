using System.Collections.Immutable;

namespace CreatorCRM.Contracts;

/// <summary>Where a contract version stands.</summary>
public enum ContractState
{
    /// <summary>Being written; only the brand sees it.</summary>
    Draft,
    /// <summary>With the influencer.</summary>
    Sent,
    /// <summary>The influencer has signed; the brand has not.</summary>
    SignedByInfluencer,
    /// <summary>Both have signed: it is in force.</summary>
    Countersigned,
    /// <summary>The influencer refused it.</summary>
    Declined,
    /// <summary>Taken back, or replaced by a newer version, before it came into force.</summary>
    Voided,
}

/// <summary>Who signs.</summary>
public enum ContractParty
{
    /// <summary>The influencer, or a guardian for a minor.</summary>
    Influencer,
    /// <summary>Your side.</summary>
    Brand,
}

/// <summary>A signature as it was given.</summary>
/// <param name="SignedBy">The name under the contract.</param>
/// <param name="Guardian">Who signed for a minor.</param>
[GenerateSerializer, Immutable, Alias("signature")]
public sealed record Signature(ContractParty Party, string SignedBy, string? Guardian, DateTimeOffset SignedAt);

/// <summary>One version of the contract of a partnership.</summary>
public sealed record Contract(int Number, ContractState State, ContractTerms Terms, DateTimeOffset DraftedAt, DateTimeOffset? SentAt, ImmutableArray<Signature> Signatures, string? Reason)
{
    /// <summary>From which state a contract may go where. What is not here is refused.</summary>
    public static ImmutableDictionary<ContractState, ImmutableArray<ContractState>> Moves { get; } = new Dictionary<ContractState, ImmutableArray<ContractState>>
    {
        [ContractState.Draft] = [ContractState.Sent, ContractState.Voided],
        [ContractState.Sent] = [ContractState.SignedByInfluencer, ContractState.Declined, ContractState.Voided],
        [ContractState.SignedByInfluencer] = [ContractState.Countersigned, ContractState.Voided],
        [ContractState.Countersigned] = [],
        [ContractState.Declined] = [],
        [ContractState.Voided] = [],
    }.ToImmutableDictionary();

    /// <summary>Null when the contract may go there.</summary>
    public Refusal? CannotBecome(ContractState to) => Moves[State].Contains(to)
        ? null
        : new Refusal(RefusalCode.IllegalContractState, $"Version {Number} of the contract is {State.Words()}, so it cannot become {to.Words()}.", "contractId");
}
