namespace CreatorCRM.Contracts;

[GenerateSerializer, Immutable, Alias("draft-contract")]
public sealed record DraftContract(ContractTerms Terms);

/// <param name="Contract">Its number.</param>
[GenerateSerializer, Immutable, Alias("send-contract")]
public sealed record SendContract(string Contract);

[GenerateSerializer, Immutable, Alias("sign-contract")]
public sealed record SignContract(string Contract, Party Party, string SignedBy, string? Guardian, DateTimeOffset? SignedAt);

[GenerateSerializer, Immutable, Alias("close-contract")]
public sealed record CloseContract(string Contract, string Reason);
