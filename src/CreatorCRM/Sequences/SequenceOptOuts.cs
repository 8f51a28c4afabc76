using CreatorCRM.Partnerships;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Sequences;

/// <summary>
/// Has the journals of partnerships tell that their sequence ended because the person opted out. Reads know it before, from the influencer's row.
/// </summary>
public sealed class SequenceOptOuts(SequenceRunQueries runs, IGrainFactory grains, ILogger<SequenceOptOuts> logger)
{
    private const int AtATime = 1000;

    /// <summary>In all partnerships of one person, who must not be contacted.</summary>
    /// <returns>
    /// False when one of them could not record it; its sequence would go on once the person may be contacted again. Sooner or later the caretaker records it.
    /// </returns>
    public async Task<bool> Record(EntityKey influencer, Actor by)
    {
        var all = true;
        foreach (var partnership in await runs.UnderWay(influencer, CancellationToken.None)) all &= await Stop(partnership, by);
        return all;
    }

    /// <summary>Wherever a node that ended meanwhile left it undone.</summary>
    public async Task RecordAll(CancellationToken cancel)
    {
        foreach (var partnership in await runs.Unrecorded(AtATime, cancel)) await Stop(partnership, Actor.System);
    }

    // The person has opted out, whatever becomes of this; and one partnership holds up none of the others.
    private async Task<bool> Stop(EntityKey partnership, Actor by)
    {
        try
        {
            var result = await grains.GetGrain<IPartnershipGrain>(partnership.ToString()).OptOut(new CommandContext(by));
            if (!result.IsAccepted)
                logger.LogWarning("The sequence in {Partnership} ended with an opt-out that was refused there: {Refusal}", partnership,
                    result.Refusals[0].Message);
            return result.IsAccepted;
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The sequence in {Partnership} ended with an opt-out that could not be recorded there; trying again in {Interval}.",
                partnership, SequenceCaretaker.Interval);
            return false;
        }
    }
}
