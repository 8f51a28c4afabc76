using System.Collections.Immutable;

namespace CreatorCRM.Contracts;

/// <summary>Where a contract version stands.</summary>
public enum ContractStatus
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

/// <summary>A signature as it was given.</summary>
/// <param name="SignedBy">The name under the contract.</param>
/// <param name="Guardian">Who signed for a minor.</param>
[GenerateSerializer, Immutable, Alias("signature")]
public sealed record Signature(Party Party, string SignedBy, string? Guardian, DateTimeOffset SignedAt);

/// <summary>One version of the contract of a partnership.</summary>
public sealed record Contract(int Number, ContractStatus Status, ContractTerms Terms, DateTimeOffset DraftedAt, DateTimeOffset? SentAt, ImmutableArray<Signature> Signatures, string? Reason)
{
    /// <summary>From which status a contract may go where. What is not here is refused.</summary>
    public static ImmutableDictionary<ContractStatus, ImmutableArray<ContractStatus>> Moves { get; } = new Dictionary<ContractStatus, ImmutableArray<ContractStatus>>
    {
        [ContractStatus.Draft] = [ContractStatus.Sent, ContractStatus.Voided],
        [ContractStatus.Sent] = [ContractStatus.SignedByInfluencer, ContractStatus.Declined, ContractStatus.Voided],
        [ContractStatus.SignedByInfluencer] = [ContractStatus.Countersigned, ContractStatus.Voided],
        [ContractStatus.Countersigned] = [],
        [ContractStatus.Declined] = [],
        [ContractStatus.Voided] = [],
    }.ToImmutableDictionary();

    /// <summary>Null when the contract may go there.</summary>
    public Refusal? CannotBecome(ContractStatus to) => Moves[Status].Contains(to)
        ? null
        : new Refusal(RefusalCode.IllegalContractStatus, $"Version {Number} of the contract is {Status.Words()}, so it cannot become {to.Words()}.", "contractId");
}
