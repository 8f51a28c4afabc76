using CreatorCRM.Partnerships;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Contracts;

/// <summary>
/// Closes contracts that have run out, by days in UTC: at the start and then once a minute it scans the index of what is due. Each closing is decided by its partnership
/// and leaves the index with its commit, so the scan is harmless on any number of nodes, and what a node leaves undone the next scan finds.
/// </summary>
public sealed class ContractCaretaker(ContractQueries contracts, IGrainFactory grains, TimeProvider time, ILogger<ContractCaretaker> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private const int AtATime = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
                foreach (var contract in await contracts.Due(today, AtATime, stoppingToken)) await Close(contract);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "Contracts that have run out could not be looked up; trying again in {Interval}.", Interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // One that cannot be closed holds up none of the others.
    private async Task Close(DueContract contract)
    {
        try
        {
            await grains.GetGrain<IPartnershipGrain>(new EntityKey(contract.Workspace, contract.PartnershipId).ToString()).CloseDueContracts(new CommandContext(Actor.System));
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The contract {Contract} has run out but could not be closed; trying again in {Interval}.", contract.Id, Interval);
        }
    }
}
