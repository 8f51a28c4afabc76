using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record DraftContractPayload(Contract? Contract, Partnership? Partnership) : Payload;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record SendContractPayload(Contract? Contract, Partnership? Partnership) : Payload;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record SignContractPayload(Contract? Contract, Partnership? Partnership) : Payload;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record DeclineContractPayload(Contract? Contract, Partnership? Partnership) : Payload;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record VoidContractPayload(Contract? Contract, Partnership? Partnership) : Payload;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record AmendContractPayload(Contract? Contract, Partnership? Partnership) : Payload;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record RenewContractPayload(Contract? Contract, Partnership? Partnership) : Payload;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record RecordContractViewedPayload(Contract? Contract, Partnership? Partnership) : Payload;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record CounterContractPayload(Contract? Contract, Partnership? Partnership) : Payload;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record FulfilContractPayload(Contract? Contract, Partnership? Partnership) : Payload;

/// <param name="Contract">The version as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record TerminateContractPayload(Contract? Contract, Partnership? Partnership) : Payload;
