namespace CreatorCRM.Campaigns;

/// <summary>A campaign in lists.</summary>
[RowTable("campaigns", nameof(Id))]
public sealed record CampaignRow : IRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public long Version { get; init; }
    public required string Name { get; init; }
    public required string SortName { get; init; }
    public required string SearchText { get; init; }
    public string? Brand { get; init; }
    public string? Product { get; init; }
    public CampaignStatus Status { get; init; }
    public long? BudgetMinor { get; init; }
    public string? BudgetCurrency { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Owner { get; init; }
    /// <summary>JSON array of <see cref="CampaignGoal"/>.</summary>
    public required string Goals { get; init; }
    /// <summary>JSON array of <see cref="CampaignChannel"/>.</summary>
    public required string Channels { get; init; }
    /// <summary>JSON array of text.</summary>
    public required string LandingPages { get; init; }
    /// <summary>JSON of <see cref="Campaigns.Brief"/>; null until one is written.</summary>
    public string? Brief { get; init; }
    public int BriefVersion { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }

    string IRow.RowKey => Id;

    public static CampaignRow From(Campaign state) => new()
    {
        Workspace = state.Key.Workspace,
        Id = state.Key.Id,
        Version = state.Version,
        Name = state.Name,
        SortName = TextKey.Fold(state.Name),
        SearchText = TextKey.Fold($"{state.Name} {state.Brand} {state.Product}"),
        Brand = state.Brand,
        Product = state.Product,
        Status = state.Status,
        BudgetMinor = state.Budget?.MinorUnits,
        BudgetCurrency = state.Budget?.Currency.Code,
        StartsOn = state.StartsOn,
        EndsOn = state.EndsOn,
        Owner = state.Owner,
        Goals = CrmJson.Write(state.Goals),
        Channels = CrmJson.Write(state.Channels),
        LandingPages = CrmJson.Write(state.LandingPages),
        Brief = state.Brief is { } brief ? CrmJson.Write(brief) : null,
        BriefVersion = state.BriefVersion,
        CreatedAt = state.CreatedAt,
        UpdatedAt = state.UpdatedAt,
    };
}

public partial record Campaign
{
    public IEnumerable<IRow> Rows() => [CampaignRow.From(this), .. BriefVersions.Select(version => BriefVersionRow.From(Key, version))];
}
