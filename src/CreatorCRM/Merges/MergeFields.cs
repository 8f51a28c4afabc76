using System.Collections.Immutable;
using CreatorCRM.Influencers;
using CreatorCRM.Relationships;

namespace CreatorCRM.Merges;

/// <summary>Compares two profiles field by field and says which value stays. Pure; the rules are those of <see cref="Influencer.Inherit"/>.</summary>
public static class MergeFields
{
    public static ImmutableArray<MergeField> Of(Belongings survivor, RelationshipStage? survivorStage, Belongings merged, RelationshipStage? mergedStage) =>
    [
        .. new[]
        {
            Staying(MergeFieldKind.DisplayName, survivor.DisplayName, merged.DisplayName),
            Filling(MergeFieldKind.Country, survivor.Country, merged.Country),
            Filling(MergeFieldKind.Agency, survivor.Agency, merged.Agency),
            Filling(MergeFieldKind.Owner, survivor.Owner, merged.Owner),
            Filling(MergeFieldKind.Notes, survivor.Notes, merged.Notes),
            Joining(MergeFieldKind.Niches, survivor.Niches, merged.Niches),
            Joining(MergeFieldKind.Tags, survivor.Tags, merged.Tags),
            Joining(MergeFieldKind.Languages, survivor.Languages, merged.Languages),
            Joining(MergeFieldKind.ContactPoints, [.. survivor.ContactPoints.Select(Text)], [.. merged.ContactPoints.Select(Text)]),
            Holding(MergeFieldKind.IsCustomer, survivor.IsCustomer, merged.IsCustomer),
            Holding(MergeFieldKind.IsMinor, survivor.IsMinor, merged.IsMinor),
            Filling(MergeFieldKind.DoNotContact, survivor.DoNotContact?.Reason, merged.DoNotContact?.Reason),
            Staying(MergeFieldKind.RelationshipStage, survivorStage?.Words(), mergedStage?.Words()),
        }.OfType<MergeField>(),
    ];

    /// <summary>How much the survivor would have of what is limited.</summary>
    public static IEnumerable<Refusal> Limits(Belongings survivor, Belongings merged)
    {
        foreach (var (noun, count, most) in new[]
        {
            ("accounts", survivor.Accounts.Length + merged.Accounts.Length, Influencer.MaxAccounts),
            ("niches", survivor.Niches.Union(merged.Niches).Count(), Validation.ListLength),
            ("tags", survivor.Tags.Union(merged.Tags).Count(), Validation.ListLength),
            ("languages", survivor.Languages.Union(merged.Languages).Count(), Validation.ListLength),
            ("contact points", survivor.ContactPoints.Union(merged.ContactPoints).Count(), Influencer.MaxContactPoints),
        })
        {
            if (count > most)
                yield return new Refusal(RefusalCode.TooLong, $"Together they have {count} {noun}, and an influencer may have at most {most}. Remove some first.", "mergedId");
        }
    }

    private static MergeField? Staying(MergeFieldKind field, string? survivor, string? merged) =>
        survivor == merged ? null : new MergeField(field, survivor, merged, survivor, MergeFieldOutcome.SurvivorStays);

    private static MergeField? Filling(MergeFieldKind field, string? survivor, string? merged) =>
        survivor == merged
            ? null
            : new MergeField(field, survivor, merged, survivor ?? merged, survivor is null ? MergeFieldOutcome.MergedFills : MergeFieldOutcome.SurvivorStays);

    private static MergeField? Holding(MergeFieldKind field, bool survivor, bool merged) =>
        survivor == merged
            ? null
            : new MergeField(field, Text(survivor), Text(merged), Text(true), merged ? MergeFieldOutcome.MergedFills : MergeFieldOutcome.SurvivorStays);

    private static MergeField? Joining(MergeFieldKind field, ImmutableArray<string> survivor, ImmutableArray<string> merged)
    {
        if (survivor.Order(StringComparer.Ordinal).SequenceEqual(merged.Order(StringComparer.Ordinal))) return null;
        var outcome = !merged.Except(survivor).Any()
            ? MergeFieldOutcome.SurvivorStays
            : survivor.IsEmpty
            ? MergeFieldOutcome.MergedFills
            : MergeFieldOutcome.Joined;
        return new MergeField(field, Text(survivor), Text(merged), Text([.. survivor.Union(merged)]), outcome);
    }

    private static string? Text(ImmutableArray<string> list) => list.IsEmpty ? null : string.Join(", ", list);

    private static string Text(ContactPoint point) => point.Label is null ? point.Value : $"{point.Value} ({point.Label})";

    private static string Text(bool value) => value ? "true" : "false";
}
