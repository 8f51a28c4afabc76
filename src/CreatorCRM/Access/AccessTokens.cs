using System.Buffers;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace CreatorCRM.Access;

/// <summary>
/// What the bearer of a token sends: <c>ccrm_pat_</c> or <c>ccrm_int_</c>, 30 random characters of base62 (178 bits), and 6 that check them, so that a scanner
/// for leaked secrets can tell one from any other text.
/// </summary>
public static class AccessTokens
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Personal = "ccrm_pat_", Integration = "ccrm_int_";
    private const int RandomLength = 30, ChecksumLength = 6;

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    public static string NewSecret(TokenKind kind)
    {
        var body = (kind == TokenKind.Personal ? Personal : Integration) + RandomNumberGenerator.GetString(Alphabet, RandomLength);
        return body + Checksum(body);
    }

    /// <summary>What is kept of a secret: its SHA-256 in hexadecimal. With that much randomness nobody finds the secret behind it.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>True for what could be a secret of this program: the right prefix and length, and its checksum fits.</summary>
    public static bool IsWellFormed(string secret) =>
        (secret.StartsWith(Personal, StringComparison.Ordinal) || secret.StartsWith(Integration, StringComparison.Ordinal))
        && secret.Length == Personal.Length + RandomLength + ChecksumLength
        && secret.AsSpan()[Personal.Length..].IndexOfAnyExcept(Letters) < 0
        && secret.AsSpan()[^ChecksumLength..].SequenceEqual(Checksum(secret[..^ChecksumLength]));

    // The CRC-32 of what comes before it, as a number of six digits in base62.
    private static string Checksum(string body)
    {
        var rest = Crc32.HashToUInt32(Encoding.ASCII.GetBytes(body));
        return string.Create(ChecksumLength, rest, static (digits, number) =>
        {
            for (var i = digits.Length - 1; i >= 0; i--, number /= 62) digits[i] = Alphabet[(int)(number % 62)];
        });
    }
}
