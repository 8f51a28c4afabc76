using System.Collections.Immutable;

namespace CreatorCRM.Contracts;

/// <summary>The contract of a partnership in all its versions, none ever overwritten. One at most is in force.</summary>
public sealed partial record ContractHistory
{
    public static ContractHistory Empty { get; } = new();

    public ImmutableArray<Contract> Versions { get; init; } = [];

    /// <summary>The version that is being written or signed; null when none is.</summary>
    public Contract? Open => Versions.LastOrDefault(contract =>
        contract.Status is ContractStatus.Draft or ContractStatus.Sent or ContractStatus.Viewed or ContractStatus.SignedByInfluencer);

    /// <summary>The version that both have signed; null when none is in force.</summary>
    public Contract? InForce => Versions.LastOrDefault(contract => contract.Status == ContractStatus.Countersigned);

    /// <summary>The version that is in force or, when none is, was last; null when none ever was.</summary>
    public Contract? LastInForce => Versions.LastOrDefault(contract => contract.InForceSince is not null);

    public Contract? Latest => Versions.LastOrDefault();

    public ContractHistory Apply(IContractEvent @event, EventMeta meta) => @event switch
    {
        ContractDrafted e => this with { Versions = Versions.Add(Drafted(e, meta)) },
        ContractSent e => With(e.Contract, contract => contract with
        {
            Status = ContractStatus.Sent,
            SentAt = meta.OccurredAt,
            OfferExpiresOn = e.OfferExpiresOn,
            TextHashes = [.. (e.Texts ?? []).OrderBy(text => text.Language).ThenByDescending(text => text.Format).Select(text => text.Sha256)],
        }),
        ContractViewed e => With(e.Contract, contract => contract with { Status = ContractStatus.Viewed, ViewedAt = e.At }),
        ContractCountered e => With(e.Contract, contract => contract with { Status = ContractStatus.Countered, Counter = e.Counter }),
        ContractSigned e => Signing(e),
        ContractDeclined e => With(e.Contract, contract => contract with { Status = ContractStatus.Declined, Reason = e.Reason }),
        ContractVoided e => With(e.Contract, contract => contract with { Status = ContractStatus.Voided, Reason = e.Reason }),
        ContractOfferExpired e => With(e.Contract, contract => contract with { Status = ContractStatus.Expired }),
        ContractEnded e => With(e.Contract, contract => contract with { Status = ContractStatus.Expired, EndedOn = e.LastDay }),
        ContractNoticeGiven e => With(e.Contract, contract => contract with { Termination = e.Termination }),
        ContractTerminated e => With(e.Contract, contract => contract with
        {
            Status = ContractStatus.Terminated,
            Termination = e.Termination,
            EndedOn = e.Termination.EffectiveOn,
            Reason = e.Termination.Reason,
        }),
        ContractFulfilled e =>
            With(e.Contract, contract => contract with { Status = ContractStatus.Fulfilled, EndedOn = Day(meta.OccurredAt), Reason = e.Note }),
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a contract."),
    };

    private static Contract Drafted(ContractDrafted e, EventMeta meta) =>
        new(PartNumber.Parse(e.Contract), ContractStatus.Draft, e.Terms, meta.OccurredAt, null, [], null)
        {
            Amends = e.Amends,
            IsRenewal = e.IsRenewal == true,
            Answers = e.Answers,
            Brand = e.Brand,
            ExclusivityOverride = e.ExclusivityOverride,
        };

    // The version that a signature puts in force takes the other one's place in the same moment, so that there are never two.
    private ContractHistory Signing(ContractSigned e)
    {
        var signed = With(e.Contract, contract => contract with
        {
            Status = e.Signature.Party == Party.Influencer ? ContractStatus.SignedByInfluencer : ContractStatus.Countersigned,
            Signatures = contract.Signatures.Add(e.Signature),
        });
        return e.Replaces is not { } replaced ? signed : signed.With(replaced, contract => contract with
        {
            Status = ContractStatus.Replaced,
            ReplacedBy = e.Contract,
            EndedOn = Day(e.Signature.SignedAt),
        });
    }

    private ContractHistory With(string number, Func<Contract, Contract> change) =>
        this with { Versions = [.. Versions.Select(contract => contract.Number == PartNumber.Parse(number) ? change(contract) : contract)] };

    private static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
