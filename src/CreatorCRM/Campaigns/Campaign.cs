using System.Collections.Immutable;

namespace CreatorCRM.Campaigns;

/// <summary>One effort for a brand or product, with goals, a budget and a brief.</summary>
public sealed partial record Campaign : IAggregate<Campaign>
{
    public static string Kind => "campaign";
    public static int Shape => 2;
    public static IReadOnlyList<UniqueRule> UniqueRules => [];

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public string Name { get; init; } = "";
    public string? Brand { get; init; }
    public string? Product { get; init; }
    public CampaignStatus Status { get; init; }
    public Money? Budget { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public ImmutableArray<CampaignGoal> Goals { get; init; } = [];
    public ImmutableArray<CampaignChannel> Channels { get; init; } = [];
    public ImmutableArray<string> LandingPages { get; init; } = [];
    public string? Owner { get; init; }
    public Brief? Brief { get; init; }
    public int BriefVersion { get; init; }
    public ImmutableArray<BriefVersion> BriefVersions { get; init; } = [];

    public bool Exists => Version > 0;

    public IEnumerable<Subject> RelatedSubjects => [];

    public static Campaign New(EntityKey key) => new() { Key = key };

    public Campaign Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        CampaignCreated e => this with { Name = e.Name, CreatedAt = meta.RecordedAt },
        CampaignUpdated e => With(e.Changes),
        CampaignStatusChanged e => this with { Status = e.To },
        BriefRevised e => this with
        {
            Brief = e.Brief,
            BriefVersion = e.BriefVersion,
            BriefVersions = BriefVersions.Add(new BriefVersion(e.BriefVersion, e.Brief, meta.Actor.Name, meta.OccurredAt)),
        },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a campaign."),
    }) with { Version = meta.Version, UpdatedAt = meta.RecordedAt };

    private Campaign With(CampaignChanges changes) => this with
    {
        Name = changes.Name ?? Name,
        Brand = changes.Brand is { } brand ? brand.Value : Brand,
        Product = changes.Product is { } product ? product.Value : Product,
        Budget = changes.Budget is { } budget ? budget.Value : Budget,
        StartsOn = changes.StartsOn is { } start ? start.Value : StartsOn,
        EndsOn = changes.EndsOn is { } end ? end.Value : EndsOn,
        Goals = changes.Goals ?? Goals,
        Channels = changes.Channels ?? Channels,
        LandingPages = changes.LandingPages ?? LandingPages,
        Owner = changes.Owner is { } owner ? owner.Value : Owner,
    };
}
