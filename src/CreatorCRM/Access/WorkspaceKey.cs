using System.Text.RegularExpressions;

namespace CreatorCRM.Access;

/// <summary>The short name of a workspace that stands in every key, row and event: chosen once, unique in the installation and never changed.</summary>
public static partial class WorkspaceKey
{
    /// <summary>The workspace that every installation has from the start.</summary>
    public const string Default = "default";

    /// <summary>What a key looks like, for those who gave another.</summary>
    public const string Rule = "A key has 3 to 40 small letters, digits and hyphens, and begins and ends with a letter or digit.";

    /// <summary>3 to 40 small letters, digits and hyphens, beginning and ending with a letter or digit.</summary>
    public static bool IsWellFormed(string key) => Pattern().IsMatch(key);

    /// <summary>The key of the grain that is the workspace itself.</summary>
    public static EntityKey GrainOf(string workspace) => new(workspace, workspace);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]\\z")]
    private static partial Regex Pattern();
}
