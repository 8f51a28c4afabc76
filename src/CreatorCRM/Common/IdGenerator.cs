using System.Security.Cryptography;
using System.Text;

namespace CreatorCRM.Common;

/// <summary>Ids are 32 lower-case hexadecimal digits: time-ordered when fresh, derived from the key when a command names one.</summary>
public sealed class IdGenerator(TimeProvider time)
{
    public string Next()
    {
#pragma warning disable RS0030 // The one place where ids come from.
        return Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
#pragma warning restore RS0030
    }

    /// <summary>The same parts give the same id, on every machine and for ever.</summary>
    public static string Derive(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
