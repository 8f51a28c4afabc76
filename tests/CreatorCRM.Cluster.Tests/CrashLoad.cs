using System.Collections.Concurrent;
using System.Threading.Channels;

namespace CreatorCRM.Cluster.Tests;

/// <summary>People at work: each creates influencers, writes to everybody's partnerships and keeps notes on one influencer of their own.</summary>
internal sealed class CrashLoad(Uri address)
{
    private readonly Channel<string> _acknowledged = Channel.CreateUnbounded<string>();
    private volatile bool _stopping;
    private string[] _partnerships = [];
    private Task _workers = Task.CompletedTask;

    public ConcurrentBag<string> Created { get; } = [];

    public ConcurrentBag<string> Messages { get; } = [];

    /// <summary>By the name of an influencer, how many notes were written one after the other.</summary>
    public ConcurrentDictionary<string, int> Notes { get; } = [];

    /// <summary>Needs a server that serves.</summary>
    public async Task Start(int workers)
    {
        using var client = new CrmClient(address);
        var campaign = await client.CreateCampaign("Bread for everybody");
        var influencers = await Task.WhenAll(Enumerable.Range(0, workers).Select(i => client.CreateInfluencer($"Worker {i}")));
        _partnerships = await Task.WhenAll(influencers.Take(3).Select(influencer => client.CreatePartnership(influencer, campaign)));
        _workers = Task.WhenAll(influencers.Select((influencer, i) => Task.Run(() => Work(i, influencer))));
    }

    /// <summary>Completes when that many more mutations were acknowledged.</summary>
    public async Task Acknowledged(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var next = _acknowledged.Reader.ReadAsync().AsTask();
            // A worker that gave up says why.
            if (await Task.WhenAny(next, _workers) == _workers) await _workers;
            await next;
        }
    }

    /// <summary>Everybody finishes what they began.</summary>
    public async Task Finish()
    {
        _stopping = true;
        await _workers;
    }

    private async Task Work(int worker, string influencer)
    {
        using var client = new CrmClient(address);
        var random = new Random(worker);
        for (var step = 0; !_stopping; step++)
        {
            var name = $"Worker {worker}, step {step}";
            switch (random.Next(3))
            {
                case 0:
                    await client.CreateInfluencer(name);
                    Created.Add(name);
                    break;
                case 1:
                    await client.LogOutreach(_partnerships[random.Next(_partnerships.Length)], name);
                    Messages.Add(name);
                    break;
                default:
                    await client.UpdateNotes(influencer, name);
                    Notes.AddOrUpdate($"Worker {worker}", 1, (_, count) => count + 1);
                    break;
            }
            _acknowledged.Writer.TryWrite(name);
        }
    }
}
