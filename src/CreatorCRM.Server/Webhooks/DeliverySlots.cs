using System.Threading.RateLimiting;
using CreatorCRM.Common;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Webhooks;

/// <summary>
/// How many deliveries may be under way from this node: of one webhook, of one workspace and in all. So a receiver that takes its time holds up its own webhook
/// and no other, and a workspace full of such receivers does not hold up the other workspaces.
/// </summary>
public sealed class DeliverySlots : IDisposable
{
    // Ten workspaces that use all they may leave nothing for the others: then everybody waits, at most a time-out long.
    private const int PerWorkspace = 80, InAll = 800;

    private readonly PartitionedRateLimiter<EntityKey>[] _limits =
    [
        Limit(webhook => webhook, WebhookOptions.AttemptsAtATime), Limit(webhook => webhook.Workspace, PerWorkspace), Limit(_ => 0, InAll),
    ];
    private readonly PartitionedRateLimiter<EntityKey> _all;

    public DeliverySlots() => _all = PartitionedRateLimiter.CreateChained(_limits);

    /// <summary>Waits for its turn; to be disposed of when the attempt is over.</summary>
    public async Task<IDisposable> Take(EntityKey webhook, CancellationToken cancel) => await _all.AcquireAsync(webhook, 1, cancel);

    public void Dispose()
    {
        _all.Dispose();
        foreach (var limit in _limits) limit.Dispose();
    }

    private static PartitionedRateLimiter<EntityKey> Limit<TKey>(Func<EntityKey, TKey> of, int atATime)
        where TKey : notnull
    {
        var options = new ConcurrencyLimiterOptions
        {
            PermitLimit = atATime,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst
        };
        return PartitionedRateLimiter.Create<EntityKey, TKey>(webhook => RateLimitPartition.GetConcurrencyLimiter(of(webhook), _ => options));
    }
}
