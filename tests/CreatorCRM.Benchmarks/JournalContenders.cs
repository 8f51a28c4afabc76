using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Benchmarks;

/// <summary>
/// Real commands of the product, through the product's grains. Per command they write more than the yardstick, which replaces one row of some 1 kB:
/// a message is an event, its place on three timelines, the stream's version, the partnership's row, the message's row and a share lock on the influencer's;
/// a note on a profile is an event, one place on a timeline, the version and the influencer's row. Every hundredth also writes a snapshot.
/// </summary>
internal sealed class JournalContenders(IGrainFactory grains)
{
    private static readonly CommandContext Manager = new(new Actor("manager", "Partnership manager"));

    private readonly long[] _notes = new long[MaxCallers];

    public const int MaxCallers = 256;

    /// <summary>One influencer and one partnership for each caller, all in one campaign.</summary>
    public async Task Prepare()
    {
        Accepted(await grains.GetGrain<ICampaignGrain>(Key("campaign")).Create(new CreateCampaign("Bread for everybody", new CampaignChanges()), Manager));
        await Task.WhenAll(Enumerable.Range(0, MaxCallers).Select(async caller =>
        {
            var account = new NewAccount(Platform.Instagram, $"caller{caller}", null, new Metrics(50_000));
            Accepted(await Influencer(caller).Create(new CreateInfluencer($"Caller {caller}", [account], new InfluencerChanges { Niches = ["gluten-free"] }),
                Manager));
            Accepted(await Partnership(caller).Create(new CreatePartnership($"caller-{caller}", $"Caller {caller}", "campaign", "Bread for everybody", null),
                Manager));
        }));
    }

    public async Task LogOutreach(int caller) => Accepted(await Partnership(caller).LogOutreach(
        new LogOutreach(OutreachDirection.Out, OutreachChannel.Email, "Asked for the shipping address.", null, null, null), Manager));

    public async Task UpdateNotes(int caller) => Accepted(await Influencer(caller).Update(
        new InfluencerChanges { Notes = new Change<string?>($"Asked for the shipping address, {++_notes[caller]} times.") }, Manager));

    private IInfluencerGrain Influencer(int caller) => grains.GetGrain<IInfluencerGrain>(Key($"caller-{caller}"));

    private IPartnershipGrain Partnership(int caller) => grains.GetGrain<IPartnershipGrain>(Key($"caller-{caller}"));

    private static string Key(string id) => new EntityKey("default", id).ToString();

    private static void Accepted(CommandResult result)
    {
        if (!result.IsAccepted) throw new InvalidOperationException(string.Join(' ', result.Refusals));
    }
}
