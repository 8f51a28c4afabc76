namespace CreatorCRM.Contracts;

/// <param name="ExclusivityOverride">Why it may break exclusivities, or others break its own; null: it may not. Likewise in the commands below.</param>
[GenerateSerializer, Immutable, Alias("draft-contract")]
public sealed record DraftContract(ContractTerms Terms, string? ExclusivityOverride = null);

/// <param name="Contract">The number of the version in force.</param>
/// <param name="Terms">All of them, also those that stay; an empty compensation stays as it is.</param>
[GenerateSerializer, Immutable, Alias("amend-contract")]
public sealed record AmendContract(string Contract, ContractTerms Terms, string? ExclusivityOverride = null);

/// <param name="Contract">The number of the version that is, or was last, in force.</param>
[GenerateSerializer, Immutable, Alias("renew-contract")]
public sealed record RenewContract(string Contract, PeriodOfDays Term, string? ExclusivityOverride = null);

/// <param name="Contract">Its number.</param>
/// <param name="OfferExpiresOn">The last day on which the influencer may sign; null without a limit.</param>
[GenerateSerializer, Immutable, Alias("send-contract")]
public sealed record SendContract(string Contract, DateOnly? OfferExpiresOn = null);

[GenerateSerializer, Immutable, Alias("view-contract")]
public sealed record ViewContract(string Contract, DateTimeOffset? ViewedAt);

/// <param name="Terms">As the influencer would sign them; null when only words were said.</param>
[GenerateSerializer, Immutable, Alias("counter-contract")]
public sealed record CounterContract(string Contract, string Comments, ContractTerms? Terms);

/// <param name="TextSha256">Of the text that was shown to the signer; null when the program does not know it.</param>
[GenerateSerializer, Immutable, Alias("sign-contract")]
public sealed record SignContract(
    string Contract, Party Party, string SignedBy, string? Guardian, DateTimeOffset? SignedAt, SignatureEvidence? Evidence = null, string? TextSha256 = null);

/// <param name="EffectiveOn">The last day in force; null is the earliest that is possible.</param>
/// <param name="Cause">Why it ends without notice; null keeps the notice that the contract asks for.</param>
[GenerateSerializer, Immutable, Alias("terminate-contract")]
public sealed record TerminateContract(string Contract, Party By, string Reason, DateOnly? EffectiveOn, string? Cause);

[GenerateSerializer, Immutable, Alias("fulfil-contract")]
public sealed record FulfilContract(string Contract, string? Note);

[GenerateSerializer, Immutable, Alias("close-contract")]
public sealed record CloseContract(string Contract, string Reason);
