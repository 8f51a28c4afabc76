namespace CreatorCRM.Campaigns;

/// <summary>A brief as it was written, kept beside those before and after it.</summary>
public sealed record BriefVersion(int Version, Brief Brief, string WrittenBy, DateTimeOffset WrittenAt);

[RowTable("brief_versions", nameof(Id))]
public sealed record BriefVersionRow : IRow
{
    public required string Workspace { get; init; }
    /// <summary>The campaign's id, a point and the version.</summary>
    public required string Id { get; init; }
    public required string CampaignId { get; init; }
    public int Version { get; init; }
    /// <summary>JSON of <see cref="Campaigns.Brief"/>.</summary>
    public required string Brief { get; init; }
    public required string WrittenBy { get; init; }
    public DateTimeOffset WrittenAt { get; init; }

    string IRow.RowKey => Id;

    public static BriefVersionRow From(EntityKey campaign, BriefVersion version) => new()
    {
        Workspace = campaign.Workspace,
        Id = PartNumber.Id(campaign, PartNumber.Text(version.Version)),
        CampaignId = campaign.Id,
        Version = version.Version,
        Brief = CrmJson.Write(version.Brief),
        WrittenBy = version.WrittenBy,
        WrittenAt = version.WrittenAt,
    };
}
