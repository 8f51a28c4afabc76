using CreatorCRM.Access;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>A small schema with rules of every kind: anybody may see the catalogue, letters need a scope, and so does writing.</summary>
[QueryRoot]
[AnyCaller]
public static class ArchiveQueries
{
    public static string? Catalogue() => "open";

    [Requires(Scope.RelationshipsRead)]
    public static Letter? Letter(Drawer drawer) => drawer.Open("1");

    /// <summary>Of a type that only shows when it runs.</summary>
    public static INode? Anything(Drawer drawer, bool secret) => secret ? drawer.Open("2") : new Poster("1");
}

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class ArchiveMutations
{
    public static string? Write(Drawer drawer) => drawer.Open("3").Text;

    [AnyCaller]
    public static string? Knock(Drawer drawer) => drawer.Open("4").Key;
}

[Requires(Scope.RelationshipsRead)]
public sealed record Letter(string Key) : INode
{
    public NodeId Id => NodeId.Of<Letter>(Key);

    public string Text => $"Dear {Key}";

    [Requires(Scope.Payouts)]
    public string Sum => $"250.00 for {Key}";

    [AnyCaller]
    public string Shelf => $"Shelf {Key}";
}

[AnyCaller]
public sealed record Poster(string Key) : INode
{
    public NodeId Id => NodeId.Of<Poster>(Key);
}

public sealed class LetterLoader(Drawer drawer) : NodeLoader<Letter>
{
    protected override Task<IReadOnlyDictionary<string, Letter>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Letter>>(keys.ToDictionary(key => key, drawer.Open));
}

public sealed class PosterLoader : NodeLoader<Poster>
{
    protected override Task<IReadOnlyDictionary<string, Poster>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Poster>>(keys.ToDictionary(key => key, key => new Poster(key)));
}

/// <summary>Knows whether anybody was in it.</summary>
public sealed class Drawer
{
    public int Opened { get; private set; }

    public Letter Open(string key)
    {
        Opened++;
        return new Letter(key);
    }
}
