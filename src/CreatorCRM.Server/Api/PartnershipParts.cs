using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>The key of what belongs to a partnership: the partnership's, a point and the part's number.</summary>
internal readonly record struct PartKey(string Partnership, string Number)
{
    public static PartKey Of<T>(NodeId<T> id) => Of(id.Key);

    public static PartKey Of(string key)
    {
        var point = key.LastIndexOf('.');
        return point < 0 ? new PartKey(key, "") : new PartKey(key[..point], key[(point + 1)..]);
    }
}

/// <summary>Loads parts of one kind by their keys.</summary>
public abstract class PartLoader<TRow, TNode>(PartnershipPartQueries parts, Caller caller, Func<TRow, TNode> node) : NodeLoader<TNode>
    where TRow : class, IPartRow
    where TNode : class, INode
{
    protected override async Task<IReadOnlyDictionary<string, TNode>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await parts.ByIds<TRow>(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => node(found.Value));
}

/// <summary>Loads all parts of one kind of partnerships.</summary>
public abstract class PartsLoader<TRow, TNode>(PartnershipPartQueries parts, Caller caller, Func<TRow, Past?, TNode> node) : ListLoader<string, TNode>
    where TRow : class, INumberedPartRow
{
    /// <param name="past">The partnership as it was; null: as it is.</param>
    public IDataLoaderResult<IReadOnlyList<TNode>> LoadAsync(string partnership, Past? past) =>
        this.LoadAsync(partnership, past, then => then.Of<TRow>().OrderBy(row => row.Number).Select(row => node(row, then)));

    protected override async Task<ILookup<string, TNode>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await parts.Of<TRow>(caller.Workspace, keys, cancellation)).SelectMany(found => found).ToLookup(row => row.PartnershipId, row => node(row, null));
}

/// <summary>From a mutation to the grain that takes its command, and back to what the client reads.</summary>
internal static class PartnershipOutcomes
{
    public static IPartnershipGrain Partnership(this IGrainFactory grains, Caller caller, string id) =>
        grains.GetGrain<IPartnershipGrain>(caller.Key(id).ToString());

    /// <summary>Fills the payload with the part that the command made or meant and its partnership, or with the refusals.</summary>
    public static async Task<TPayload> ToPayload<TPart, TPayload>(
        this CommandResult result, NodeLoader<TPart> parts, PartnershipLoader partnerships, Func<TPart?, Partnership?, TPayload> payload)
        where TPart : class, INode
        where TPayload : Payload
    {
        if (!result.IsAccepted) return payload(null, null).Refused(result.Refusals);
        var (part, partnership) = (parts.LoadAsync($"{result.Id}.{result.Part}"), partnerships.LoadAsync(result.Id));
        // Not cancelled with the request: the command is done, and the client shall hear of it.
        return payload(await part.GetResultAsync(CancellationToken.None), await partnership.GetResultAsync(CancellationToken.None));
    }

    public static Task<TPayload> ToPayload<TPayload>(this CommandResult result, PartnershipLoader partnerships, Func<Partnership?, TPayload> payload)
        where TPayload : Payload =>
        result.ToPayload(payload, () => partnerships.LoadAsync(result.Id).GetResultAsync(CancellationToken.None));
}
