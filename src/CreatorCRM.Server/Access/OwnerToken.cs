using System.Security.Cryptography;
using System.Text;
using CreatorCRM.Server.Hosting;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Access;

/// <summary>The first access to an installation: whoever holds it is the owner.</summary>
public sealed class OwnerToken
{
    public const string Variable = "CREATORCRM_OWNER_TOKEN";
    private const int MinLength = 16;

    private readonly byte[] _hash;

    private OwnerToken(string token, string? file)
    {
        _hash = Hash(token);
        File = file;
    }

    /// <summary>Where the token was made and is kept; null when the environment gave it.</summary>
    public string? File { get; }

    /// <summary>From the environment, else from the data folder, where the first start makes it.</summary>
    /// <exception cref="StartupException">It is too short to be safe, or a cluster has none: its nodes must share one.</exception>
    public static OwnerToken Read(IConfiguration configuration, StorageOptions storage)
    {
        if (configuration[Variable]?.Trim() is { Length: > 0 } given)
        {
            return given.Length >= MinLength
                ? new OwnerToken(given, null)
                : throw new StartupException($"{Variable} has fewer than {MinLength} characters: choose a longer one.");
        }
        if (storage.Engine == StorageEngine.Postgres)
            throw new StartupException($"Set {Variable} to a secret of at least {MinLength} characters: on PostgreSQL all nodes share it.");
        var file = Path.Combine(storage.DataFolder, "owner.token");
        if (!System.IO.File.Exists(file)) Make(file);
        return System.IO.File.ReadAllText(file).Trim() is { Length: >= MinLength } kept
            ? new OwnerToken(kept, file)
            : throw new StartupException($"{file} holds no token. Delete it, and the next start makes a new one.");
    }

    /// <summary>The token's hash in hexadecimal, by which a session remembers with which token it began.</summary>
    internal string Sha256 => Convert.ToHexStringLower(_hash);

    /// <summary>Takes the same time whatever is wrong with the token.</summary>
    public bool Matches(string token) => CryptographicOperations.FixedTimeEquals(Hash(token), _hash);

    private static void Make(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new StreamWriter(file, Encoding.ASCII, options);
        stream.WriteLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
