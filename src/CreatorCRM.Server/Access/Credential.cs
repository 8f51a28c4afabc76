namespace CreatorCRM.Server.Access;

/// <summary>What somebody showed, found to be genuine. What it opens <see cref="Admission"/> says, each time anew.</summary>
internal abstract record Credential;

/// <param name="Sha256">Of the token, in hexadecimal.</param>
internal sealed record OwnerCredential(string Sha256) : Credential;

/// <param name="Sha256">Of the secret, in hexadecimal. Whether there is such a token is still open.</param>
internal sealed record TokenCredential(string Sha256) : Credential;

/// <summary>Somebody whom the identity provider vouches for.</summary>
/// <param name="Subject"><c>issuer|sub</c>.</param>
/// <param name="VerifiedEmail">Null unless the provider has verified it.</param>
/// <param name="ExpiresAt">From then on it is not taken any more.</param>
internal sealed record PersonCredential(string Subject, string? VerifiedEmail, DateTimeOffset ExpiresAt) : Credential;
