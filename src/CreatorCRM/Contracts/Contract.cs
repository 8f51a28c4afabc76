using System.Collections.Immutable;

namespace CreatorCRM.Contracts;

/// <summary>One version of the contract of a partnership.</summary>
public sealed record Contract(int Number, ContractStatus Status, ContractTerms Terms, DateTimeOffset DraftedAt, DateTimeOffset? SentAt,
    ImmutableArray<Signature> Signatures, string? Reason)
{
    /// <summary>From which status a contract may go where. What is not here is refused.</summary>
    public static ImmutableDictionary<ContractStatus, ImmutableArray<ContractStatus>> Moves { get; } = new Dictionary<ContractStatus, ImmutableArray<ContractStatus>>
    {
        [ContractStatus.Draft] = [ContractStatus.Sent, ContractStatus.Voided],
        [ContractStatus.Sent] =
            [ContractStatus.Viewed, ContractStatus.Countered, ContractStatus.SignedByInfluencer, ContractStatus.Declined, ContractStatus.Expired,
                ContractStatus.Voided],
        [ContractStatus.Viewed] = [ContractStatus.Countered, ContractStatus.SignedByInfluencer, ContractStatus.Declined, ContractStatus.Expired,
            ContractStatus.Voided],
        [ContractStatus.Countered] = [],
        [ContractStatus.SignedByInfluencer] = [ContractStatus.Countersigned, ContractStatus.Voided],
        [ContractStatus.Countersigned] = [ContractStatus.Fulfilled, ContractStatus.Expired, ContractStatus.Terminated, ContractStatus.Replaced],
        [ContractStatus.Fulfilled] = [],
        [ContractStatus.Declined] = [],
        [ContractStatus.Expired] = [],
        [ContractStatus.Voided] = [],
        [ContractStatus.Terminated] = [],
        [ContractStatus.Replaced] = [],
    }.ToImmutableDictionary();

    /// <summary>The number of the version that it changes or renews; null for a contract of its own.</summary>
    public string? Amends { get; init; }

    /// <summary>It runs for another term, on the terms of the version that it amends.</summary>
    public bool IsRenewal { get; init; }

    /// <summary>The number of the version whose counter-proposal it answers.</summary>
    public string? Answers { get; init; }

    /// <summary>Of the campaign when it was drafted; null when it names none.</summary>
    public string? Brand { get; init; }

    /// <summary>Why it may break exclusivities; null when it may not.</summary>
    public string? ExclusivityOverride { get; init; }

    /// <summary>The number of the version that stands in its place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The last day on which the influencer may sign; null without a limit.</summary>
    public DateOnly? OfferExpiresOn { get; init; }

    /// <summary>SHA-256 of each text as it was sent, the English Markdown first; empty before, and when texts were not kept yet.</summary>
    public ImmutableArray<string> TextHashes { get; init; } = [];

    public DateTimeOffset? ViewedAt { get; init; }

    /// <summary>What the influencer wants otherwise.</summary>
    public CounterProposal? Counter { get; init; }

    /// <summary>The notice that was given, also while the contract still runs.</summary>
    public Termination? Termination { get; init; }

    /// <summary>When the brand signed, which is always last.</summary>
    public DateTimeOffset? InForceSince => Signatures.FirstOrDefault(signature => signature.Party == Party.Brand)?.SignedAt;

    /// <summary>The last day in force of a contract that was in force and is not any more.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The last day of its term or, if that is earlier, the one to which notice was given; null when it runs for ever.</summary>
    public DateOnly? EndsOn => Termination is { } notice && !(Terms.Term?.Until < notice.EffectiveOn) ? notice.EffectiveOn : Terms.Term?.Until;

    /// <summary>The first day on which it has passed what it was given; null while nothing runs out.</summary>
    public DateOnly? DueOn => Status switch
    {
        ContractStatus.Sent or ContractStatus.Viewed => OfferExpiresOn?.AddDays(1),
        ContractStatus.Countersigned => EndsOn?.AddDays(1),
        _ => null,
    };

    /// <summary>Null when the contract may go there.</summary>
    public Refusal? CannotBecome(ContractStatus to) => Moves[Status].Contains(to)
        ? null
        : new Refusal(RefusalCode.IllegalContractStatus, $"Version {Number} of the contract is {Status.Words()}, so it cannot become {to.Words()}.",
            "contractId");
}

/// <summary>What the influencer wants otherwise.</summary>
/// <param name="Terms">As the influencer would sign them; null when only words were said.</param>
public sealed record CounterProposal(string Comments, ContractTerms? Terms);

/// <summary>The end of a contract before its time.</summary>
/// <param name="EffectiveOn">The last day in force.</param>
/// <param name="Cause">Why it ends without the notice that the contract asks for; null when notice was kept.</param>
public sealed record Termination(Party By, string Reason, DateOnly EffectiveOn, string? Cause);
