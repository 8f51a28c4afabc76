using CreatorCRM.Bulk;
using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Merges;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Sequences;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Queries;
using CreatorCRM.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Merges;

/// <summary>What the tests of merges do again and again, in one workspace.</summary>
public sealed class MergeBench(CrmSilo silo, string workspace)
{
    private static readonly PageRequest Everything = new(500, null, null, null);

    public static CommandContext Manager { get; } = new(new Actor("m", "Manager"));

    public string Workspace => workspace;

    public CrmDbContext Read() => silo.Read();

    public T Service<T>() where T : notnull => silo.Services.GetRequiredService<T>();

    public IInfluencerGrain Influencer(string id) => silo.Grain<IInfluencerGrain>(id, workspace);

    public IPartnershipGrain Partnership(string id) => silo.Grain<IPartnershipGrain>(id, workspace);

    public ISequenceGrain Sequence(string id) => silo.Grain<ISequenceGrain>(id, workspace);

    public IBulkActionGrain Bulk(string id) => silo.Grain<IBulkActionGrain>(id, workspace);

    public IInfluencerMergeGrain Merge(string id) => silo.Grain<IInfluencerMergeGrain>(id, workspace);

    public async Task Person(string id, string name, InfluencerChanges? details = null, params NewAccount[] accounts) =>
        await Accepted(Influencer(id).Create(new CreateInfluencer(name, [.. accounts], details ?? new InfluencerChanges()), Manager));

    public async Task Campaign(string id) =>
        await Accepted(silo.Grain<ICampaignGrain>(id, workspace).Create(new CreateCampaign(id, new CampaignChanges()), Manager));

    public Task<CommandResult> Join(string id, string influencer, string campaign) =>
        Partnership(id).Create(new CreatePartnership(influencer, influencer, campaign, campaign, null), Manager);

    public async Task Write(string partnership, string subject) =>
        await Accepted(Partnership(partnership).LogOutreach(new LogOutreach(OutreachDirection.Out, OutreachChannel.Email, subject, "Hello", null, null),
            Manager));

    public IWorkTaskGrain WorkTask(string id) => silo.Grain<IWorkTaskGrain>(id, workspace);

    public Task<CommandResult> Remember(string id, string influencer) => WorkTask(id)
        .Create(new CreateTask("Call", null, DateTimeOffset.UnixEpoch.AddYears(50), null, new TaskAbout(influencer, null, null)), Manager);

    /// <summary>Starts a merge and waits for its end.</summary>
    public async Task<InfluencerMergeRow> Merged(string id, string survivor, string merged)
    {
        await Accepted(Merge(id).Start(new StartMerge(survivor, merged, "same person"), Manager));
        return await Until(id, MergeStatus.Merged);
    }

    public async Task<InfluencerMergeRow> Undone(string id)
    {
        await Accepted(Merge(id).Undo(Manager));
        return await Until(id, MergeStatus.Undone);
    }

    public Task<InfluencerMergeRow> Until(string merge, MergeStatus status) => Poll.For(async () =>
        (await Service<MergeQueries>().ByIds(workspace, [merge], CancellationToken.None)).GetValueOrDefault(merge) is { } row && row.Status == status
            ? row
            : null);

    public async Task<InfluencerRow> Row(string influencer) =>
        (await Service<InfluencerQueries>().ByIds(workspace, [influencer], CancellationToken.None)).Single();

    public async Task<string[]> AccountsOf(string influencer) =>
        [.. (await Service<InfluencerQueries>().AccountsOf(workspace, [influencer], CancellationToken.None))[influencer].Select(row => row.Id)];

    public async Task<string[]> TagsOf(string influencer) =>
        [.. (await Service<InfluencerQueries>().TagsOf(workspace, [influencer], CancellationToken.None))[influencer]];

    public async Task<string[]> PartnershipsOf(string influencer)
    {
        await using var db = Read();
        return await db.Set<PartnershipRow>().Where(row => row.Workspace == workspace && row.InfluencerId == influencer).Select(row => row.Id).OrderBy(id => id)
            .ToArrayAsync();
    }

    public async Task<string[]> TasksOf(string influencer)
    {
        await using var db = Read();
        return await db.Set<TaskRow>().Where(row => row.Workspace == workspace && row.InfluencerId == influencer).Select(row => row.Id).OrderBy(id => id)
            .ToArrayAsync();
    }

    public async Task<Page<TimelineEvent>> Timeline(string influencer, PageRequest? page = null, TimelineQuestion? question = null)
    {
        var subject = new Subject(CreatorCRM.Influencers.Influencer.Kind, influencer);
        return (await Service<TimelineQueries>().Read(workspace, [subject], question ?? new TimelineQuestion(OrderDirection.Asc), page ?? Everything,
            CancellationToken.None))[subject];
    }

    public async Task IsSound()
    {
        var report = await new ReadModelCheck(Service<IDbContextFactory<CrmDbContext>>(), EventCatalog.Default).Run(workspace: workspace);
        report.Damages.ShouldBeEmpty();
    }

    public static async Task Accepted(Task<CommandResult> result) => (await result).Refusals.ShouldBeEmpty();

    /// <summary>The refusals, each as <c>field CODE</c>.</summary>
    public static async Task<string> Refused(Task<CommandResult> result) =>
        string.Join(", ", (await result).Refusals.Select(refusal => $"{refusal.Field} {refusal.Code}"));
}
