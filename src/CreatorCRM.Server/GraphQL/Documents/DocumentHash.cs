using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CreatorCRM.Server.GraphQL;

/// <summary>What a document is called when it is not sent: the SHA-256 of its UTF-8 text in 64 lower-case hexadecimal digits.</summary>
internal static partial class DocumentHash
{
    /// <summary>The scheme's name before the hash in a documentId, with its colon.</summary>
    public const string Prefix = "sha256:";

    public static string Of(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    public static bool Is(string text) => Hash().IsMatch(text);

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Hash();
}
