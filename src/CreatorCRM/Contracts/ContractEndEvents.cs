namespace CreatorCRM.Contracts;

/// <summary>Nobody signed in time.</summary>
[EventType("partnership.contract-offer-expired")]
public sealed record ContractOfferExpired(string Contract, DateOnly LastDay) : IContractEvent
{
    public string Summary => $"Version {Contract} of the contract expired: the influencer could sign it until {LastDay:yyyy-MM-dd}.";
}

/// <summary>The term is over.</summary>
[EventType("partnership.contract-ended")]
public sealed record ContractEnded(string Contract, DateOnly LastDay) : IContractEvent
{
    public string Summary => $"Version {Contract} of the contract ended with its term on {LastDay:yyyy-MM-dd}.";
}

/// <summary>The contract goes on until the day to which notice was given.</summary>
[EventType("partnership.contract-notice-given")]
public sealed record ContractNoticeGiven(string Contract, Termination Termination) : IContractEvent
{
    public string Summary =>
        $"The {Termination.By.Words()} gave notice: version {Contract} of the contract ends on {Termination.EffectiveOn:yyyy-MM-dd}: {Termination.Reason}.";
}

/// <summary>The contract is over before its time.</summary>
[EventType("partnership.contract-terminated")]
public sealed record ContractTerminated(string Contract, Termination Termination) : IContractEvent
{
    public string Summary =>
        $"Version {Contract} of the contract was terminated by the {Termination.By.Words()} with effect on {Termination.EffectiveOn:yyyy-MM-dd}{Cause}: {Termination.Reason}.";

    private string Cause => Termination.Cause is { } cause ? $" without notice ({cause})" : "";
}

[EventType("partnership.contract-fulfilled")]
public sealed record ContractFulfilled(string Contract, string? Note) : IContractEvent
{
    public string Summary => $"Version {Contract} of the contract was fulfilled{(Note is null ? "" : $": {Note}")}.";
}
