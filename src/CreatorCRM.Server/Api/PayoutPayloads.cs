using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <param name="Payout">The payout as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record ProposePayoutPayload(Payout? Payout, Partnership? Partnership) : Payload;

/// <param name="Payout">The payout as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record ApprovePayoutPayload(Payout? Payout, Partnership? Partnership) : Payload;

/// <param name="Payout">The payout as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record MarkPayoutPaidPayload(Payout? Payout, Partnership? Partnership) : Payload;

/// <param name="Payout">The payout as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record FailPayoutPayload(Payout? Payout, Partnership? Partnership) : Payload;

/// <param name="Payout">The payout as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record RetryPayoutPayload(Payout? Payout, Partnership? Partnership) : Payload;

/// <param name="Payout">The payout as it is now; null when refused.</param>
/// <param name="Partnership">The partnership as it is now; null when refused.</param>
public sealed record CancelPayoutPayload(Payout? Payout, Partnership? Partnership) : Payload;
