using CreatorCRM.Partnerships;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Contracts;

/// <summary>
/// Closes contracts that have run out, by days in UTC: once a minute it scans the index of what is due. Each closing is decided by its partnership
/// and leaves the index with its commit, so the scan is harmless on any number of nodes, and what a node leaves undone the next scan finds.
/// </summary>
public sealed class ContractCaretaker(ContractQueries contracts, IGrainFactory grains, IHostApplicationLifetime host, TimeProvider time,
    ILogger<ContractCaretaker> logger)
    : Caretaker("Contracts that have run out", Interval, host, time, logger)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private const int AtATime = 1000;

    protected override async Task Round(DateTimeOffset now, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var contract in await contracts.Due(today, AtATime, cancel)) await Close(contract);
    }

    // One that cannot be closed holds up none of the others.
    private async Task Close(DueContract contract)
    {
        try
        {
            await grains.GetGrain<IPartnershipGrain>(new EntityKey(contract.Workspace, contract.PartnershipId).ToString())
                .CloseDueContracts(new CommandContext(Actor.System));
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The contract {Contract} has run out but could not be closed; trying again in {Interval}.", contract.Id, Interval);
        }
    }
}
