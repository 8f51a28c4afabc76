using System.Net;

namespace CreatorCRM.Contracts;

/// <summary>A signature as it was given.</summary>
/// <param name="SignedBy">The name under the contract.</param>
/// <param name="Guardian">Who signed for a minor.</param>
[GenerateSerializer, Immutable, Alias("signature")]
public sealed record Signature(Party Party, string SignedBy, string? Guardian, DateTimeOffset SignedAt)
{
    /// <summary>What the signer's device told of itself; null when nobody recorded it.</summary>
    [Id(0)] public SignatureEvidence? Evidence { get; init; }

    /// <summary>Of the text that was signed, in hexadecimal digits; null when no text was kept at the sending.</summary>
    [Id(1)] public string? TextSha256 { get; init; }
}

/// <summary>From where a signature came, as the program tells it in which it was given.</summary>
[GenerateSerializer, Immutable, Alias("signature-evidence")]
public sealed record SignatureEvidence(string? IpAddress, string? UserAgent)
{
    public const int UserAgentLength = 500;

    internal void Check(Validation validation) => validation
        .Require(IpAddress is null || IsAddress(IpAddress), "evidence.ipAddress", "This is no IP address: write it like 192.0.2.1 or 2001:db8::1.")
        .Text("evidence.userAgent", UserAgent, UserAgentLength);

    // "1" and "0x7f.1" are addresses to a parser, too.
    private static bool IsAddress(string text) =>
        text.Length <= 45 && IPAddress.TryParse(text, out var address) && (text.Contains(':') ? !text.Contains('%') : address.ToString() == text);
}
