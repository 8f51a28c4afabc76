using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.Hosting;

/// <summary>Looks over the options before anything is done: .NET's configuration passes over in silence what nobody asks for.</summary>
internal static class CommandLine
{
    // What .NET's host and this program read that has no section. A key with a colon is a setting of a section, which reads it with care of its own.
    private static readonly string[] Settings =
    [
        OwnerToken.Variable, WebHostDefaults.EnvironmentKey, WebHostDefaults.ContentRootKey, WebHostDefaults.ApplicationKey, WebHostDefaults.WebRootKey,
        WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, WebHostDefaults.PreferHostingUrlsKey, WebHostDefaults.SuppressStatusMessagesKey,
        WebHostDefaults.ShutdownTimeoutKey, WebHostDefaults.DetailedErrorsKey, "allowedHosts",
    ];

    public static bool IsHelp(string arg) => arg is "--help" or "-h" or "-?";

    /// <param name="options">What may be given besides the settings of the configuration, without dashes; each has a value.</param>
    /// <exception cref="StartupException">An option that is none or has no value, or a word that belongs to no option.</exception>
    public static void Check(string[] args, params string[] options)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var arg = args[i];
            if (!arg.StartsWith('-'))
                throw new StartupException($"'{arg}' belongs to no option. A command comes first, before its options; the command help lists both.");
            var equals = arg.IndexOf('=', StringComparison.Ordinal);
            var option = equals < 0 ? arg : arg[..equals];
            if (!option.StartsWith("--", StringComparison.Ordinal) || !IsKnown(option[2..], options))
                throw new StartupException($"'{option}' is no option here; the command help lists those there are. A setting is written --Section:Name.");
            if (equals >= 0) continue;
            if (++i == args.Length || args[i].StartsWith("--", StringComparison.Ordinal)) throw new StartupException($"'{option}' needs a value.");
        }
    }

    private static bool IsKnown(string name, string[] options) =>
        name.Contains(':', StringComparison.Ordinal) || options.Concat(Settings).Contains(name, StringComparer.OrdinalIgnoreCase);
}
