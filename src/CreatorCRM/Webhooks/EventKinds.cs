using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CreatorCRM.Webhooks;

/// <summary>
/// Which events leave by webhook, and how a webhook chooses among them: by a kind such as <c>influencer.created</c>, or by <c>influencer.*</c> for all that
/// happens to influencers, of kinds to come too. No choice is every kind that leaves.
/// </summary>
public static class EventKinds
{
    private const int MaxChoices = 50;

    /// <summary>
    /// The entities whose events are sent. An entity is added here on purpose: who may do what, webhooks themselves and tokens must never leave.
    /// </summary>
    public static FrozenSet<string> Entities { get; } = new[]
    {
        Influencers.Influencer.Kind, Campaigns.Campaign.Kind, Partnerships.Partnership.Kind, Sequences.Sequence.Kind,
    }.ToFrozenSet(StringComparer.Ordinal);

    public static ImmutableArray<string> All { get; } =
        [.. EventCatalog.Default.All.Select(type => type.Name).Where(name => Entities.Contains(EntityOf(name))).Order(StringComparer.Ordinal)];

    private static FrozenSet<string> Choices { get; } = All.Concat(Entities.Select(entity => $"{entity}.*")).ToFrozenSet(StringComparer.Ordinal);

    public static bool Includes(ImmutableArray<string> choices, string kind) =>
        EntityOf(kind) is var entity && Entities.Contains(entity) && (choices.IsEmpty || choices.Contains(kind) || choices.Contains($"{entity}.*"));

    public static Validation Check(Validation validation, ImmutableArray<string> choices)
    {
        validation.Count("kinds", choices, MaxChoices);
        for (var i = 0; i < choices.Length && i < MaxChoices; i++)
            validation.Require(Choices.Contains(choices[i]), $"kinds.{i}",
                $"'{Excerpt.Of(choices[i])}' is no kind of event that is sent. Choose among {string.Join(", ", Entities.Select(entity => $"{entity}.*").Order(StringComparer.Ordinal))} and {string.Join(", ", All)}.");
        return validation;
    }

    private static string EntityOf(string kind) => kind[..kind.IndexOf('.', StringComparison.Ordinal)];
}
