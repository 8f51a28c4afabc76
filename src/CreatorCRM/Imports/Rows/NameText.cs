namespace CreatorCRM.Imports;

/// <summary>Names of people, which keep their letters, styles and emoji as they came.</summary>
internal static class NameText
{
    public static string? Join(string? first, string? last) => first is null ? last : last is null ? first : $"{first} {last}";

    /// <summary>Only question marks are left of it: a program that did not know its letters replaced them all.</summary>
    public static bool IsLost(string? name) =>
        name is not null && name.Contains("??", StringComparison.Ordinal) && name.All(c => c is '?' or '\uFFFD' || char.IsWhiteSpace(c));

    /// <summary>Null for a sound name.</summary>
    public static string? Problem(string name) =>
        IsLost(name) ? "The name is lost: only question marks are left. The handle stands in for it."
        : name.Contains('\uFFFD', StringComparison.Ordinal) || name.Contains("??", StringComparison.Ordinal)
            ? $"The name '{Excerpt.Of(name)}' is damaged: the file lost some of its letters."
        : null;
}
