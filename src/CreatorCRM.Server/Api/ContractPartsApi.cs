using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Contracts;
using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.Api;

/// <summary>A signature as it was given.</summary>
/// <param name="SignedBy">The name under the contract.</param>
/// <param name="Guardian">Who signed for a minor.</param>
/// <param name="Party">For whom.</param>
/// <param name="SignedAt">When.</param>
/// <param name="Evidence">From where it came; null when nobody recorded it.</param>
/// <param name="TextSha256">SHA-256 of the text that was signed, in hexadecimal digits; null when the text was not kept.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record Signature(Party Party, string SignedBy, string? Guardian, DateTimeOffset SignedAt, SignatureEvidence? Evidence, string? TextSha256)
{
    internal static Signature Of(Contracts.Signature given) => new(
        given.Party, given.SignedBy, given.Guardian, given.SignedAt,
        given.Evidence is { } evidence ? new SignatureEvidence(evidence.IpAddress, evidence.UserAgent) : null, given.TextSha256);
}

/// <summary>From where a signature came, as the program told it in which it was given.</summary>
/// <param name="IpAddress">Of the signer's device.</param>
/// <param name="UserAgent">What the signer's browser calls itself.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record SignatureEvidence(string? IpAddress, string? UserAgent);

/// <summary>What the influencer wants otherwise.</summary>
/// <param name="Comments">In their words.</param>
/// <param name="Terms">As they would sign them; null when only words were said.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record ContractCounter(string Comments, ContractTerms? Terms)
{
    internal static ContractCounter Of(CounterProposal counter) => new(counter.Comments, counter.Terms is { } terms ? new ContractTerms(terms) : null);
}

/// <summary>The end of a contract before its time.</summary>
/// <param name="By">Who ends it.</param>
/// <param name="Reason">Why.</param>
/// <param name="EffectiveOn">The last day in force.</param>
/// <param name="ImmediateReason">Why it ends without the notice that the contract asks for; null when notice was kept.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record ContractTermination(Party By, string Reason, DateOnly EffectiveOn, string? ImmediateReason)
{
    internal static ContractTermination Of(Termination notice) => new(notice.By, notice.Reason, notice.EffectiveOn, notice.Cause);
}
