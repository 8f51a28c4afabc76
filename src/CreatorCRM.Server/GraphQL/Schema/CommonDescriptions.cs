using System.Reflection;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Descriptions of what means the same wherever it stands. A comment beside the member itself goes before.</summary>
internal static class CommonDescriptions
{
    private static readonly Dictionary<string, string> Arguments = new(StringComparer.Ordinal)
    {
        ["id"] = "Of the one you want.",
        ["ids"] = "Of those you want.",
        ["input"] = "What to do it with.",
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.OrdinalIgnoreCase)
    {
        ["influencerId"] = "Which influencer.",
        ["partnershipId"] = "Which partnership.",
        ["followUpId"] = "Which follow-up.",
        ["importId"] = "Which import, by the id of its preview.",
        ["partnership"] = "The partnership it belongs to.",
        ["createdAt"] = "When it was entered.",
        ["updatedAt"] = "When anything about it last changed.",
        ["quantity"] = "How many pieces.",
        ["dueOn"] = "The day by which it is to be published.",
        ["platform"] = "Where the account is.",
        ["url"] = "Its page on the platform.",
        ["followers"] = "How many follow the account.",
        ["averageLikes"] = "Likes per post.",
        ["averageComments"] = "Comments per post.",
        ["averageViews"] = "Views per post.",
        ["averageShares"] = "Shares and saves per post.",
        ["postsPerWeek"] = "How often something new appears.",
    };

    /// <summary>Null when the type must speak for itself.</summary>
    public static string? Of(Type type) => type.IsSubclassOf(typeof(Payload))
        ? $"What the mutation `{char.ToLowerInvariant(type.Name[0])}{type.Name[1..].Replace(nameof(Payload), "", StringComparison.Ordinal)}` answers."
        : null;

    /// <summary>Null when the member must speak for itself.</summary>
    public static string? Of(MemberInfo member) => member switch
    {
        // The value of an enum.
        FieldInfo => null,
        { DeclaringType: { } owner } when owner.IsSubclassOf(typeof(Payload)) => "As it is now; null when the mutation was refused.",
        _ => Members.GetValueOrDefault(member.Name),
    };

    /// <summary>Null when the argument must speak for itself.</summary>
    public static string? Of(ParameterInfo argument) => Arguments.GetValueOrDefault(argument.Name!);
}
