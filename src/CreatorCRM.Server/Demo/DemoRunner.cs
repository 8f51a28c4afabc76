namespace CreatorCRM.Server.Demo;

/// <summary>How far a run has come.</summary>
public readonly record struct DemoProgress(int Done, int Total, DateTimeOffset Moment);

/// <summary>What a run came to.</summary>
/// <param name="Written">Commands that were carried out now.</param>
/// <param name="Repeated">Commands that an earlier run had carried out, so that nothing was written for them.</param>
public sealed record DemoSummary(int Influencers, int Campaigns, int Partnerships, int Written, int Repeated, DateTimeOffset From, DateTimeOffset Until);

/// <summary>
/// Tells a scenario to the real grains, one moment after the other. What happens to different entities at one moment goes at once, so that it shares
/// commits; what happens to one entity keeps its order.
/// </summary>
public sealed class DemoRunner(DemoScenario scenario, string workspace)
{
    // Each grain that wakes up reads over connections of its own, and a plain PostgreSQL takes a hundred in all.
    private const int AtOnce = 32;

    /// <exception cref="InvalidOperationException">A command was refused: the scenario and the rules of the domain do not fit together.</exception>
    public async Task<DemoSummary> Run(IGrainFactory grains, DemoClock clock, IProgress<DemoProgress> progress, CancellationToken cancel)
    {
        var (written, done) = (0, 0);
        var together = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        foreach (var moment in scenario.Steps.GroupBy(step => step.At))
        {
            clock.MoveTo(moment.Key);
            await Parallel.ForEachAsync(moment.GroupBy(step => step.EntityId), together,
                async (steps, _) => Interlocked.Add(ref written, await Tell(grains, steps)));
            done += moment.Count();
            progress.Report(new DemoProgress(done, scenario.Steps.Length, moment.Key));
        }
        return new DemoSummary(scenario.InfluencerIds.Length, scenario.CampaignIds.Length, scenario.PartnershipIds.Length,
            written, done - written, scenario.From, scenario.Steps[^1].At);
    }

    private async Task<int> Tell(IGrainFactory grains, IEnumerable<DemoStep> steps)
    {
        var written = 0;
        foreach (var step in steps)
        {
            var result = await grains.Send(step, workspace);
            if (!result.IsAccepted) throw new InvalidOperationException($"The step {step.Name} of the demo was refused: {string.Join(' ', result.Refusals)}");
            if (!result.Replayed) written++;
        }
        return written;
    }
}
