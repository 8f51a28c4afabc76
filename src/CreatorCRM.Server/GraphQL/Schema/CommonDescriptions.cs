using System.Reflection;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Descriptions of what means the same wherever it stands. A comment beside the member itself goes before.</summary>
internal static class CommonDescriptions
{
    private static readonly Dictionary<string, string> Members = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = "Of the one you want.",
        ["ids"] = "Of those you want.",
        ["input"] = "What to do it with.",
        ["influencerId"] = "Which influencer.",
        ["campaignId"] = "Which campaign.",
        ["partnershipId"] = "Which partnership.",
        ["offerId"] = "Which offer.",
        ["contractId"] = "Which version of the contract.",
        ["followUpId"] = "Which follow-up.",
        ["importId"] = "Which import, by the id of its preview.",
        ["influencer"] = "The influencer it is about.",
        ["campaign"] = "The campaign it belongs to.",
        ["partnership"] = "The partnership it belongs to.",
        ["createdAt"] = "When it was entered.",
        ["updatedAt"] = "When anything about it last changed.",
        ["note"] = "What was noted with it.",
        ["amount"] = "How much.",
        ["quantity"] = "How many pieces.",
        ["dueOn"] = "The day by which it is to be published.",
        ["period"] = "From when until when.",
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
    public static string? Of(MemberInfo member) => member.DeclaringType?.IsSubclassOf(typeof(Payload)) == true
        ? "As it is now; null when the mutation was refused."
        : Members.GetValueOrDefault(member.Name);

    /// <summary>Null when the argument must speak for itself.</summary>
    public static string? Of(ParameterInfo argument) => Members.GetValueOrDefault(argument.Name!);
}
