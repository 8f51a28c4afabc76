namespace CreatorCRM.Tests.Storage.Queries;

public enum Level
{
    Nano,
    MidTier,
    Mega,
}

/// <summary>A row with a column of each kind, with and without NULLs.</summary>
public sealed record PersonRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string NameKey { get; init; } = "";
    public string? City { get; init; }
    public long Followers { get; init; }
    public int Posts { get; init; }
    public int? Age { get; init; }
    public decimal Rate { get; init; }
    public decimal? Score { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SeenAt { get; init; }
    public DateOnly? BornOn { get; init; }
    public Level Level { get; init; }
    public Level? Wish { get; init; }
    public bool? IsExpert { get; init; }
    public string SearchText { get; init; } = "";
    public List<PersonNicheRow> Niches { get; init; } = [];

    public override string ToString() => $"{Id[..4]} {Name} {City} {Followers} {Age} {Score} {SeenAt:O}";
}

public sealed class PersonNicheRow
{
    public required string Workspace { get; init; }
    public required string PersonId { get; init; }
    public required string Name { get; init; }
}
