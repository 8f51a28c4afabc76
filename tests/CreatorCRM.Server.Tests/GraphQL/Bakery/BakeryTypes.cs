using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Tests.GraphQL.Bakery;

/// <summary>A maker of bread.</summary>
/// <param name="Name">As it stands on the shop.</param>
[AnyCaller]
public sealed record Baker(string Key, string Name, [property: Deprecated("Use `name`.", "2027-06-30")] string? Nickname) : INode
{
    public NodeId Id => NodeId.Of<Baker>(Key);

    /// <summary>What the baker makes.</summary>
    public IDataLoaderResult<IReadOnlyList<Bread>> Breads(BreadsOfBaker loader) => loader.LoadAsync(Key);

    public IDataLoaderResult<Baker?> Master(BakerLoader loader) => loader.LoadAsync($"master-{Key}");

    public IDataLoaderResult<Bread?> MastersFavourite(BakerLoader bakers, BreadLoader breads) =>
        bakers.LoadAsync($"master-{Key}").ThenLoad(master => breads.LoadAsync($"favourite-{master?.Key}"));

    public string Broken() => throw new InvalidOperationException($"secret {Key}");
}

[AnyCaller]
public sealed record Bread(string Key, BreadKind Kind, Money? Price) : INode
{
    public NodeId Id => NodeId.Of<Bread>(Key);

    public IDataLoaderResult<Baker?> Baker(BakerLoader loader) => loader.LoadAsync($"baker-of-{Key}");
}

/// <summary>How it was made.</summary>
public enum BreadKind
{
    /// <summary>Takes its time.</summary>
    SourDough,
    Rye,
    [Deprecated("Use `RYE`.", "2027-06-30")]
    Mixed,
}

/// <summary>A baker and a bread in one file: fields added from outside.</summary>
[Extends(typeof(Baker))]
[AnyCaller]
public static class BakerExtras
{
    public static string Greeting(Baker baker, [Deprecated("Bakers greet as they like.", "2027-12-31")] string word = "Hello") => $"{word}, {baker.Name}!";
}

[AnyCaller]
public sealed record Everything(DateTimeOffset At, DateOnly Day, decimal Number, Currency Currency, CountryCode Country, Uri Link,
    [property: Email] string Mail, Money Money, long Views);
