using System.Collections.Immutable;
using CreatorCRM.Bulk;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Segments;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>From the input of a bulk mutation to the action under way.</summary>
public sealed class BulkStart(Caller caller, IGrainFactory grains, IdGenerator ids, InfluencerQueries influencers, PartnershipQueries partnerships,
    BulkQueries bulk, BulkActionLoader actions,
    SegmentQueries segments)
{
    /// <exception cref="InputError">Neither or both of ids and filter are given.</exception>
    public async Task<TPayload> Run<TPayload>(
        string mutation, string? key, object input, BulkTargetInput which, BulkKind kind, string? value, string? name, bool? dryRun,
        Func<BulkAction?, TPayload> payload, string? owner = null)
        where TPayload : Payload
    {
        var context = caller.Command(mutation, key, input);
        ImmutableArray<BulkItem> items = [.. (await Influencers(which, "input", "which")).Select(id => new BulkItem(id))];
        var named = string.IsNullOrWhiteSpace(owner) ? null : owner.Trim();
        return await Start(context, new StartBulkAction(kind, value?.Trim(), name, dryRun ?? false, null, items, named), payload);
    }

    /// <summary>The same in partnerships.</summary>
    /// <exception cref="InputError">None or several of ids, filter and campaign are given.</exception>
    public async Task<TPayload> Run<TPayload>(
        string mutation, string? key, object input, BulkPartnershipsInput which, string sequence, string name, bool? dryRun,
        Func<BulkAction?, TPayload> payload)
        where TPayload : Payload
    {
        var ways = new[] { which.Ids is not null, which.Filter is not null || which.Query is not null, which.InCampaign is not null };
        if (ways.Count(given => given) != 1) throw InputError.At("Give either ids, or a filter or query, or inCampaign.", "input", "which");
        var context = caller.Command(mutation, key, input);
        return await Start(context, new StartBulkAction(BulkKind.StartSequence, sequence, name, dryRun ?? false, null, [.. await Partnerships(which)]), payload);
    }

    public async Task<UndoBulkActionPayload> Undo(UndoBulkActionInput input)
    {
        var context = caller.Command("undoBulkAction", input.IdempotencyKey, input);
        var key = caller.Key(input.BulkActionId.Key);
        var payload = new UndoBulkActionPayload(null);
        if ((await bulk.ByIds(caller.Workspace, [key.Id], CancellationToken.None)).GetValueOrDefault(key.Id) is not { } done)
            return payload.Refused(Refusal.NotFound("bulk action", "bulkActionId"));
        if (done.Status != BulkStatus.Completed || done.DryRun || done.Undoes is not null)
            return payload.Refused(new Refusal(RefusalCode.IllegalBulkAction,
                "Only a bulk action that is complete, was no dry run and takes none back itself can be taken back.", "bulkActionId"));
        var undo = new StartBulkAction(done.Kind, done.Value, done.ValueName, false, key.Id, [.. await bulk.ChangedBy(key, CancellationToken.None)]);
        return await Start(context, undo, action => new UndoBulkActionPayload(action));
    }

    private async Task<IEnumerable<string>> Influencers(BulkTargetInput which, params string[] path)
    {
        if (which.Ids is null == (which.Filter is null && which.Query is null && which.SegmentId is null))
            throw InputError.At("Give either ids, or a filter, query or segment.", path);
        if (which.Ids is { } given) return given.Select(id => id.Key).Distinct();
        var (filter, query) = await segments.Select(caller, which.SegmentId, which.Filter, which.Query, CancellationToken.None, path);
        return await influencers.IdsOf(caller.Workspace, filter, query, Bulk.BulkAction.MaxItems + 1, CancellationToken.None);
    }

    private async Task<IEnumerable<BulkItem>> Partnerships(BulkPartnershipsInput which)
    {
        if (which.InCampaign is { } inCampaign)
        {
            var people = (await Influencers(inCampaign.Influencers, "input", "which", "inCampaign", "influencers")).Take(Bulk.BulkAction.MaxItems + 1)
                .ToArray();
            var there = await bulk.AlreadyIn(caller.Workspace, inCampaign.CampaignId.Key, people, CancellationToken.None);
            return people.SelectMany(influencer => there[influencer].DefaultIfEmpty(), (influencer, partnership) => new BulkItem(influencer, null, partnership));
        }
        if (which.Ids is not { } ids)
        {
            var list = PartnershipLists.Of(which.Filter, which.Query, null, path: ["input", "which", "filter"]).List;
            return (await partnerships.IdsOf(caller.Workspace, list, Bulk.BulkAction.MaxItems + 1, CancellationToken.None))
                .Select(found => new BulkItem(found.InfluencerId, null, found.Id));
        }
        var keys = ids.Select(id => id.Key).Distinct().Take(Bulk.BulkAction.MaxItems + 1).ToArray();
        var rows = await partnerships.ByIds(caller.Workspace, keys, CancellationToken.None);
        return keys.Select(id => new BulkItem(rows.GetValueOrDefault(id)?.InfluencerId ?? "", null, id));
    }

    private async Task<TPayload> Start<TPayload>(CommandContext context, StartBulkAction command, Func<BulkAction?, TPayload> payload)
        where TPayload : Payload
    {
        var grain = grains.GetGrain<IBulkActionGrain>(caller.Key(context.CommandId ?? ids.Next()).ToString());
        var result = await grain.Start(command, context);
        return await result.ToPayload(payload, () => actions.LoadAsync(result.Id).GetResultAsync());
    }
}
