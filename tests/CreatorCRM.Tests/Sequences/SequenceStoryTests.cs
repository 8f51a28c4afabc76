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
using CreatorCRM.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Tests.Sequences;

public abstract class SequenceStoryTests(StorageEngine engine, PostgresServer postgres)
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));
    private static readonly SequenceStep Letter = new(0, OutreachChannel.Email, "t", null), Call = new(3, OutreachChannel.Phone, null, "Call");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Steps_come_due_one_after_the_other_and_an_answer_ends_them()
    {
        await using var crm = await Begin();
        var partnership = await Partnership(crm, "i");
        Accept(await partnership.StartSequence(new StartSequence("s"), Manager)).Part.ShouldBe("1");
        (await partnership.StartSequence(new StartSequence("s"), Manager)).Refusals.Single().Code.ShouldBe(RefusalCode.SequenceRunning);
        (await Open(crm)).Single().DueAt.ShouldBe(_time.GetUtcNow());
        // What is changed now is for those who are started later.
        Accept(await crm.Grain<ISequenceGrain>("s").Update(new SequenceChanges { Name = "Autumn", Steps = [Call] }, Manager));
        Accept(await crm.Grain<ISequenceGrain>("s").Archive(new ArchiveSequence(true), Manager));

        var done = new CompleteSequenceStep("1", 1, null, null, "Dear Mia", null, "t", 1);
        var keyed = Manager with { CommandId = "once", Fingerprint = "f" };
        Accept(await partnership.CompleteSequenceStep(done, keyed)).Replayed.ShouldBeFalse();
        Accept(await partnership.CompleteSequenceStep(done, keyed)).Replayed.ShouldBeTrue();
        (await partnership.CompleteSequenceStep(done, Manager)).Refusals.Single().Code.ShouldBe(RefusalCode.IllegalSequenceStatus);
        var next = (await Open(crm)).Single();
        (next.Title, next.DueAt).ShouldBe(("Call", _time.GetUtcNow().AddDays(3)));

        Accept(await partnership.LogOutreach(new LogOutreach(OutreachDirection.In, OutreachChannel.Email, null, null, null, null), Manager));
        (await Open(crm)).ShouldBeEmpty();
        var run = (await Runs(crm))["p-i"].Single();
        (run.Name, run.Status, run.StopReason, run.NextStep).ShouldBe(("Spring", SequenceRunStatus.Stopped, SequenceStopReason.Replied, null));
        (await crm.Services.GetRequiredService<SequenceRunQueries>().Counts("default", ["s"], default))["s"].ShouldBe(new SequenceCounts(1, 0, 0, 1, 1));
    }

    [Fact]
    public async Task Who_opts_out_is_left_alone_from_that_commit_on_for_good()
    {
        await using var crm = await Begin();
        var partnership = await Partnership(crm, "i");
        Accept(await partnership.StartSequence(new StartSequence("s"), Manager));
        var influencer = crm.Grain<IInfluencerGrain>("i");
        Accept(await influencer.SetDoNotContact(new SetDoNotContact("asked"), Manager));
        (await Open(crm)).ShouldBeEmpty();
        (await Told(crm)).ShouldContain("The sequence Spring was stopped, since the influencer must not be contacted any more.");
        (await partnership.StartSequence(new StartSequence("s"), Manager)).Refusals.Single().Code.ShouldBe(RefusalCode.DoNotContact);
        Accept(await influencer.LiftDoNotContact(new LiftDoNotContact("changed her mind"), Manager));
        (await Runs(crm))["p-i"].Single().StopReason.ShouldBe(SequenceStopReason.OptedOut);
        Accept(await partnership.StartSequence(new StartSequence("s"), Manager)).Part.ShouldBe("2");
        Accept(await influencer.Import(new ImportInfluencer("Mia", [], new InfluencerChanges(), "no mail"), Manager));
        (await Runs(crm))["p-i"].Select(run => run.StopReason).ShouldBe([SequenceStopReason.OptedOut, SequenceStopReason.OptedOut]);
    }

    [Fact]
    public async Task An_opt_out_that_a_node_could_not_record_is_seen_at_once_and_recorded_later()
    {
        await using var crm = await Begin();
        var (first, second) = (await Partnership(crm, "i"), await Partnership(crm, "j"));
        Accept(await first.StartSequence(new StartSequence("s"), Manager));
        Accept(await second.StartSequence(new StartSequence("s"), Manager));
        // As if the node had ended right after that commit.
        await using (var db = crm.Read()) await db.Database.ExecuteSqlAsync($"UPDATE influencers SET do_not_contact = TRUE, do_not_contact_since = ended_at FROM (SELECT max(started_at) AS ended_at FROM sequence_runs) AS latest");

        (await Open(crm)).ShouldBeEmpty();
        (await Runs(crm)).SelectMany(runs => runs)
            .ShouldAllBe(run => run.Status == SequenceRunStatus.Stopped && run.StopReason == SequenceStopReason.OptedOut && run.EndedAt != null
                && run.NextStep == null);
        (await crm.Services.GetRequiredService<SequenceRunQueries>().Counts("default", ["s"], default))["s"].ShouldBe(new SequenceCounts(2, 0, 0, 2, 0));
        foreach (var sequences in (string[][])[["s"], ["s", "other"]])
        {
            (await Listed(crm, sequences, SequenceRunStatus.Active)).ShouldBeEmpty();
            foreach (var status in (SequenceRunStatus?[])[SequenceRunStatus.Stopped, null])
                (await Listed(crm, sequences, status)).Select(run => (run.Id, run.Status, run.StopReason)).ShouldBe(
                    [("p-j.1", SequenceRunStatus.Stopped, SequenceStopReason.OptedOut), ("p-i.1", SequenceRunStatus.Stopped, SequenceStopReason.OptedOut)]);
        }
        (await Told(crm)).ShouldNotContain(told => told.Contains("stopped", StringComparison.Ordinal));

        (await first.CompleteSequenceStep(new CompleteSequenceStep("1", 1, null, null, "Dear Mia", null), Manager)).Refusals.Single().Code.ShouldBe(RefusalCode.DoNotContact);
        (await Told(crm)).Count(told => told.Contains("stopped", StringComparison.Ordinal)).ShouldBe(1);
        await crm.Services.GetRequiredService<SequenceOptOuts>().RecordAll(default);
        (await Told(crm)).Count(told => told.Contains("stopped", StringComparison.Ordinal)).ShouldBe(2);
        (await crm.Services.GetRequiredService<SequenceRunQueries>().Unrecorded(10, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merge_with_a_person_who_opted_out_ends_it_too()
    {
        await using var crm = await Begin();
        await Running(crm, "m", "n", "o");
        var (moved, stays) = (await Partnership(crm, "i"), await Partnership(crm, "j"));
        Accept(await moved.StartSequence(new StartSequence("s"), Manager));
        Accept(await stays.StartSequence(new StartSequence("s"), Manager));
        Accept(await crm.Grain<IInfluencerGrain>("k").Create(new CreateInfluencer("Jo", [], new InfluencerChanges()), Manager));
        Accept(await moved.Move(new MovePartnership("m", "i", "Mia", "k", "Jo", false), Manager));
        (await Runs(crm))["p-i"].Single().Status.ShouldBe(SequenceRunStatus.Active);
        var optedOut = crm.Grain<IInfluencerGrain>("l");
        Accept(await optedOut.Create(new CreateInfluencer("Lu", [], new InfluencerChanges()), Manager));
        Accept(await optedOut.SetDoNotContact(new SetDoNotContact("asked"), Manager));
        Accept(await moved.Move(new MovePartnership("n", "k", "Jo", "l", "Lu", false), Manager));
        Accept(await crm.Grain<IInfluencerGrain>("j").Absorb(new AbsorbInfluencer("o", "l", (await optedOut.Belongings())!, 0), Manager));
        (await Runs(crm)).SelectMany(runs => runs).ShouldAllBe(run => run.StopReason == SequenceStopReason.OptedOut);
        (await crm.Services.GetRequiredService<SequenceRunQueries>().Unrecorded(10, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_template_that_is_unknown_or_put_away_and_a_person_who_may_be_contacted_are_found_in_the_commit()
    {
        await using var crm = await Begin();
        var other = crm.Grain<ISequenceGrain>("other");
        (await other.Create(new CreateSequence("Other", [Call, Letter with { Template = "nothing" }]), Manager)).Refusals.Single()
            .ShouldBe(new Refusal(RefusalCode.NotFound, "No such message template.", "steps.1.templateId"));
        Accept(await crm.Grain<IMessageTemplateGrain>("t").Archive(new ArchiveMessageTemplate(true), Manager));
        var refusal = (await other.Create(new CreateSequence("Other", [Letter]), Manager)).Refusals.Single();
        (refusal.Code, refusal.Field).ShouldBe((RefusalCode.Archived, "steps.0.templateId"));
        // Those that use it already may get another name.
        Accept(await crm.Grain<ISequenceGrain>("s").Update(new SequenceChanges { Name = "Summer" }, Manager));
        var partnership = await Partnership(crm, "i");
        Accept(await partnership.StartSequence(new StartSequence("s"), Manager));
        (await partnership.OptOut(Manager)).Refusals.Single().Code.ShouldBe(RefusalCode.Invalid);
        (await partnership.TrySequence(new StartSequence("s"))).Refusals.Single().Code.ShouldBe(RefusalCode.SequenceRunning);
        (await partnership.TrySequence(new StartSequence("s", Replace: true))).IsAccepted.ShouldBeTrue();
        (await new ReadModelCheck(crm.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>(), EventCatalog.Default).Run()).Damages.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_opt_out_is_not_lifted_before_every_partnership_has_recorded_what_it_ended()
    {
        var isDown = true;
        await using var crm = await Begin(services => services.AddSingleton<IIncomingGrainCallFilter>(new Faults(
            call => isDown && call.Grain is PartnershipGrain && call.MethodName == nameof(IPartnershipGrain.OptOut))));
        var partnership = await Partnership(crm, "i");
        Accept(await partnership.StartSequence(new StartSequence("s"), Manager));
        var influencer = crm.Grain<IInfluencerGrain>("i");
        Accept(await influencer.SetDoNotContact(new SetDoNotContact("asked"), Manager));

        var lift = new LiftDoNotContact("changed her mind");
        (await influencer.LiftDoNotContact(lift, Manager)).Refusals.Single().Code.ShouldBe(RefusalCode.VersionConflict);
        (await Runs(crm))["p-i"].Single().StopReason.ShouldBe(SequenceStopReason.OptedOut);
        isDown = false;
        Accept(await influencer.LiftDoNotContact(lift, Manager));
        (await Runs(crm))["p-i"].Single().StopReason.ShouldBe(SequenceStopReason.OptedOut);
    }

    private sealed class Faults(Func<IIncomingGrainCallContext, bool> which) : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context) =>
            which(context) ? throw new InvalidOperationException("The database is away.") : context.Invoke();
    }

    /// <summary>As merges are whose steps a test does itself.</summary>
    private async Task Running(CrmSilo crm, params string[] merges)
    {
        await using var db = crm.Read();
        db.AddRange(merges.Select(id => new InfluencerMergeRow
        {
            Workspace = "default",
            Id = id,
            SurvivorId = "",
            SurvivorName = "",
            MergedId = "",
            MergedName = "",
            StartedBy = "Manager",
            StartedAt = _time.GetUtcNow(),
        }));
        await db.SaveChangesAsync();
    }

    private async Task<CrmSilo> Begin(Action<IServiceCollection>? replace = null)
    {
        var crm = await CrmSilo.Start(engine, postgres, _time, replace);
        Accept(await crm.Grain<ICampaignGrain>("c").Create(new CreateCampaign("Bread", new CampaignChanges()), Manager));
        Accept(await crm.Grain<IMessageTemplateGrain>("t").Create(new CreateMessageTemplate("First letter", OutreachChannel.Email, null, null,
            "Dear {{ influencer.name }}"), Manager));
        Accept(await crm.Grain<ISequenceGrain>("s").Create(new CreateSequence("Spring", [Letter, Call]), Manager));
        return crm;
    }

    private static async Task<IPartnershipGrain> Partnership(CrmSilo crm, string influencer)
    {
        Accept(await crm.Grain<IInfluencerGrain>(influencer).Create(new CreateInfluencer("Mia", [], new InfluencerChanges()), Manager));
        var partnership = crm.Grain<IPartnershipGrain>($"p-{influencer}");
        Accept(await partnership.Create(new CreatePartnership(influencer, "Mia", "c", "Bread", null), Manager));
        return partnership;
    }

    private static CommandResult Accept(CommandResult result)
    {
        result.Refusals.ShouldBeEmpty();
        return result;
    }

    private static Task<ILookup<string, SequenceRunRow>> Runs(CrmSilo crm) =>
        crm.Services.GetRequiredService<SequenceRunQueries>().OfPartnerships("default", ["p-i", "p-j"], default);

    private static async Task<SequenceRunRow[]> Listed(CrmSilo crm, string[] sequences, SequenceRunStatus? status) =>
        [.. (await crm.Services.GetRequiredService<SequenceRunQueries>()
            .OfSequences("default", sequences, status, new PageRequest(5, null, null, null), default))["s"].Items.Select(item => item.Node)];

    private static async Task<TaskRow[]> Open(CrmSilo crm) =>
        [.. (await crm.Services.GetRequiredService<TaskQueries>().List("default", new TaskFilter { Status = new EnumFilter<TaskState> { Eq = TaskState.Open } },
            null, new PageRequest(10, null, null, null), default)).Items.Select(item => item.Node)];

    private static async Task<string[]> Told(CrmSilo crm) =>
        [.. (await crm.Services.GetRequiredService<TimelineQueries>()
            .Read("default", [new Subject("campaign", "c")], new TimelineQuestion(), new PageRequest(100, null, null, null), default))
        .Values.Single().Items.Select(item => item.Node.Summary)];
}

public sealed class SqliteSequenceStoryTests(PostgresServer postgres) : SequenceStoryTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresSequenceStoryTests(PostgresServer postgres) : SequenceStoryTests(StorageEngine.Postgres, postgres);
