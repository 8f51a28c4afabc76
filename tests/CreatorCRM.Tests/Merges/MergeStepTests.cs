using System.Collections.Concurrent;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Influencers;
using CreatorCRM.Merges;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using CreatorCRM.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Merges;

/// <summary>What a reader sees between two steps, and what becomes of a merge whose process ends there.</summary>
public sealed class MergeStepTests(MergeSilos silos) : IClassFixture<MergeSilos>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_merge_that_stops_behind_any_step_is_resumed_and_nothing_is_there_twice_or_not_at_all(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        var worker = bench.Service<MergeWorker>();
        await bench.Person("a", "Mia", null, new NewAccount(Platform.Instagram, "mia"));
        await bench.Person("b", "Mia B.", null, new NewAccount(Platform.Instagram, "mia.b"), new NewAccount(Platform.Tiktok, "mia.b"));
        await bench.Campaign("c1");
        await bench.Campaign("c2");
        foreach (var (partnership, influencer, campaign) in new[] { ("p1", "a", "c1"), ("p2", "b", "c1"), ("p3", "b", "c2") })
            await MergeBench.Accepted(bench.Join(partnership, influencer, campaign));
        await MergeBench.Accepted(bench.Remember("t", "b"));
        var stopped = new List<MergeStep>();
        worker.Done = (merge, step) =>
        {
            if (merge.Key.Workspace != bench.Workspace) return;
            AllAreThere();
            if (stopped.Contains(step)) return;
            stopped.Add(step);
            throw new InvalidOperationException("The process ends here.");
        };
        try
        {
            await MergeBench.Accepted(bench.Merge("m").Start(new StartMerge("a", "b", null), MergeBench.Manager));
            (await MergeBench.Refused(bench.Merge("n").Start(new StartMerge("b", "a", null), MergeBench.Manager))).ShouldContain("MergeUnderWay");
            (await MergeBench.Refused(bench.Merge("m").Undo(MergeBench.Manager))).ShouldBe("mergeId MergeUnderWay");
            (await Resumed(MergeStatus.Merged)).Partnerships.ShouldBe(2);
            (await bench.AccountsOf("a")).ShouldBe(["a.1", "b.1", "b.2"]);
            (await bench.PartnershipsOf("a")).ShouldBe(["p1", "p2", "p3"]);
            (await bench.TasksOf("a")).ShouldBe(["t"]);
            await bench.IsSound();
            await MergeBench.Accepted(bench.Merge("m").Undo(MergeBench.Manager));
            await MergeBench.Accepted(bench.Merge("m").Undo(MergeBench.Manager));
            await Resumed(MergeStatus.Undone);
            (await bench.AccountsOf("b")).ShouldBe(["b.1", "b.2"]);
            (await bench.PartnershipsOf("b")).ShouldBe(["p2", "p3"]);
            (await bench.TasksOf("b")).ShouldBe(["t"]);
            (await bench.Timeline("a")).Items.Count(item => item.Node.Kind == "influencer.absorbed").ShouldBe(1);
            await bench.IsSound();
            stopped.ShouldBe(Enum.GetValues<MergeStep>());
        }
        finally
        {
            worker.Done = (_, _) => { };
        }

        // By the resumer this would take half a minute each time.
        Task<InfluencerMergeRow> Resumed(MergeStatus status) => Poll.For(async () =>
        {
            await bench.Merge("m").Resume();
            return (await bench.Service<MergeQueries>().ByIds(bench.Workspace, ["m"], CancellationToken.None))["m"] is { } row && row.Status == status
                ? row
                : null;
        });

        void AllAreThere()
        {
            using var db = bench.Read();
            var accounts = db.Set<AccountRow>().Where(row => row.Workspace == bench.Workspace).Select(row => new { row.Id, row.InfluencerId }).ToList();
            accounts.Select(account => account.Id).ShouldBe(["a.1", "b.1", "b.2"], ignoreOrder: true);
            accounts.Where(account => account.Id != "a.1").Select(account => account.InfluencerId).Distinct().Count().ShouldBe(1);
            db.Set<PartnershipRow>().Count(row => row.Workspace == bench.Workspace && (row.InfluencerId == "a" || row.InfluencerId == "b")).ShouldBe(3);
        }
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task While_a_merge_is_being_undone_nothing_new_takes_the_place_of_what_comes_back(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        foreach (var id in (string[])["a", "b"]) await bench.Person(id, $"Mia {id}");
        foreach (var campaign in (string[])["c", "d"]) await bench.Campaign(campaign);
        await MergeBench.Accepted(bench.Join("p", "b", "c"));
        await bench.Merged("m", "a", "b");
        await UndoneInSteps(bench, "m", async step =>
        {
            foreach (var campaign in (string[])["c", "d"])
                (await MergeBench.Refused(bench.Join("q", "b", campaign)))
                    .ShouldBe(step == MergeStep.Separated ? "influencerId InfluencerMerged" : "influencerId MergeUnderWay");
        });
        (await bench.PartnershipsOf("b")).ShouldBe(["p"]);
        (await MergeBench.Refused(bench.Join("q", "b", "c"))).ShouldBe("influencerId AlreadyInCampaign");
        await MergeBench.Accepted(bench.Join("q", "b", "d"));
        await bench.IsSound();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Who_objected_or_was_found_to_be_a_minor_while_merged_is_protected_at_every_step_of_the_undo(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        var (written, agreed) = await TwoPartnershipsOf(bench, "b");
        await bench.Merged("m", "a", "b");
        await Protect(bench, "a");
        await UndoneInSteps(bench, "m", async _ =>
        {
            (await MergeBench.Refused(written.LogOutreach(new LogOutreach(OutreachDirection.Out, OutreachChannel.Email, "Spring", "Hello", null, null),
                MergeBench.Manager))).ShouldContain("DoNotContact");
            (await MergeBench.Refused(written.ProposeOffer(new ProposeOffer(Party.Brand, [new FixedFee(new Money(500, Currency.Eur))], null),
                MergeBench.Manager))).ShouldContain("DoNotContact");
            (await MergeBench.Refused(agreed.SignContract(new SignContract("1", Party.Influencer, "Mia", null, null), MergeBench.Manager)))
                .ShouldBe("guardian GuardianRequired");
        });
        (await bench.PartnershipsOf("b")).ShouldBe(["p", "q"]);
        await bench.IsSound();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Who_objects_or_is_found_to_be_a_minor_during_a_merge_is_protected_in_what_has_not_moved_yet(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        var (written, agreed) = await TwoPartnershipsOf(bench, "b");
        await InSteps(bench, "m", () => bench.Merge("m").Start(new StartMerge("a", "b", null), MergeBench.Manager),
            [MergeStep.MergedAway, MergeStep.Absorbed, MergeStep.PartnershipsMoved], MergeStatus.Merged, async step =>
        {
            if (step == MergeStep.Absorbed) await Protect(bench, "a");
            await NothingGoesOut(written, agreed, step == MergeStep.PartnershipsMoved ? "" : "MergeUnderWay");
        });
        await NothingGoesOut(written, agreed, "");
        await bench.IsSound();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Who_had_objected_before_a_merge_is_protected_while_it_is_undone_in_what_has_not_come_back_yet(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        var (written, agreed) = await TwoPartnershipsOf(bench, "b");
        await Protect(bench, "b");
        await bench.Merged("m", "a", "b");
        await UndoneInSteps(bench, "m", step => NothingGoesOut(written, agreed, step is MergeStep.Separated or MergeStep.Restored ? "MergeUnderWay" : ""));
        await NothingGoesOut(written, agreed, "");
        await bench.IsSound();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Who_objects_during_the_undo_of_a_merge_is_protected_in_what_has_not_come_back_yet(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        var (written, agreed) = await TwoPartnershipsOf(bench, "b");
        await bench.Merged("m", "a", "b");
        await UndoneInSteps(bench, "m", async step =>
        {
            if (step == MergeStep.Restored) await Protect(bench, "b");
            await NothingGoesOut(written, agreed, step is MergeStep.Separated or MergeStep.Restored ? "MergeUnderWay" : "");
        });
        await bench.IsSound();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Of_two_merges_of_the_same_people_at_the_same_moment_one_is_done(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        await bench.Person("a", "Mia");
        await bench.Person("b", "Mia B.");
        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => bench.Merge($"m{i}")
            .Start(i % 2 == 0 ? new StartMerge("a", "b", null) : new StartMerge("b", "a", null), MergeBench.Manager)));
        var done = results.Single(result => result.IsAccepted);
        foreach (var other in results.Except([done]))
            other.Refusals.ShouldAllBe(refusal => refusal.Code == RefusalCode.MergeUnderWay || refusal.Code == RefusalCode.InfluencerMerged);
        await bench.Until(done.Id, MergeStatus.Merged);
        await bench.IsSound();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_another_node_sends_of_a_merge_that_ended_meanwhile_is_refused_after_its_undo_too(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        foreach (var id in (string[])["a", "b"]) await bench.Person(id, $"Mia {id}");
        await bench.Campaign("c");
        await MergeBench.Accepted(bench.Join("p", "b", "c"));
        await MergeBench.Accepted(bench.Remember("t", "b"));
        await bench.Merged("m", "a", "b");
        await MergeBench.Accepted(bench.Merge("m").Undo(MergeBench.Manager));
        await bench.Until("m", MergeStatus.Undone);

        foreach (var late in new[]
        {
            bench.Influencer("b").MergeAway(new MergeAway("m", "a", "Mia a", null), MergeBench.Manager),
            bench.Partnership("p").Move(new MovePartnership("m", "b", "Mia b", "a", "Mia a", Beside: false), MergeBench.Manager),
            bench.WorkTask("t").Move(new MoveTask("m", "b", "a", "Mia a"), MergeBench.Manager),
        }) (await MergeBench.Refused(late)).ShouldBe("mergeId Invalid");
        (await bench.PartnershipsOf("b")).ShouldBe(["p"]);
        (await bench.TasksOf("b")).ShouldBe(["t"]);
        await bench.IsSound();
    }

    /// <summary>One on the shortlist, and one whose contract waits for the influencer's signature.</summary>
    private static async Task<(IPartnershipGrain Written, IPartnershipGrain Agreed)> TwoPartnershipsOf(MergeBench bench, string influencer)
    {
        foreach (var id in (string[])["a", "b"]) await bench.Person(id, $"Mia {id}");
        foreach (var campaign in (string[])["c", "d"]) await bench.Campaign(campaign);
        foreach (var (partnership, campaign) in new[] { ("p", "c"), ("q", "d") }) await MergeBench.Accepted(bench.Join(partnership, influencer, campaign));
        var agreed = bench.Partnership("q");
        await MergeBench.Accepted(agreed.ProposeOffer(new ProposeOffer(Party.Brand, [new FixedFee(new Money(500, Currency.Eur))], null), MergeBench.Manager));
        await MergeBench.Accepted(agreed.AcceptOffer(new CloseOffer("1", null), MergeBench.Manager));
        await MergeBench.Accepted(agreed.DraftContract(new DraftContract(new ContractTerms()), MergeBench.Manager));
        await MergeBench.Accepted(agreed.SendContract(new SendContract("1"), MergeBench.Manager));
        return (bench.Partnership("p"), agreed);
    }

    private static async Task Protect(MergeBench bench, string influencer)
    {
        await MergeBench.Accepted(bench.Influencer(influencer).SetDoNotContact(new SetDoNotContact("asked us"), MergeBench.Manager));
        await MergeBench.Accepted(bench.Influencer(influencer).Update(new InfluencerChanges { IsMinor = true }, MergeBench.Manager));
    }

    /// <param name="code">Why; empty when it is for the person's sake.</param>
    private static async Task NothingGoesOut(IPartnershipGrain written, IPartnershipGrain agreed, string code)
    {
        var hello = written.LogOutreach(new LogOutreach(OutreachDirection.Out, OutreachChannel.Email, "Spring", "Hello", null, null), MergeBench.Manager);
        (await MergeBench.Refused(hello)).ShouldContain(code.Length > 0 ? code : "DoNotContact");
        var signature = agreed.SignContract(new SignContract("1", Party.Influencer, "Mia", null, null), MergeBench.Manager);
        (await MergeBench.Refused(signature)).ShouldContain(code.Length > 0 ? code : "GuardianRequired");
    }

    /// <summary>Undoes a merge whose process ends behind each step, again and again until somebody has looked around there.</summary>
    private static Task UndoneInSteps(MergeBench bench, string id, Func<MergeStep, Task> look) => InSteps(
        bench, id, () => bench.Merge(id).Undo(MergeBench.Manager), Enum.GetValues<MergeStep>().SkipWhile(step => step != MergeStep.Separated),
        MergeStatus.Undone, look);

    private static async Task InSteps(MergeBench bench, string id, Func<Task<CommandResult>> begin, IEnumerable<MergeStep> steps, MergeStatus end,
        Func<MergeStep, Task> look)
    {
        var worker = bench.Service<MergeWorker>();
        var (reached, seen) = (new ConcurrentDictionary<MergeStep, bool>(), new ConcurrentDictionary<MergeStep, bool>());
        var looked = steps.ToArray();
        worker.Done = (merge, step) =>
        {
            if (merge.Key.Workspace != bench.Workspace || !looked.Contains(step) || seen.ContainsKey(step)) return;
            reached[step] = true;
            throw new InvalidOperationException("The process ends here.");
        };
        try
        {
            await MergeBench.Accepted(begin());
            foreach (var step in looked)
            {
                await Poll.Until(async () =>
                {
                    await bench.Merge(id).Resume();
                    return reached.ContainsKey(step);
                });
                await look(step);
                seen[step] = true;
            }
            await Poll.Until(async () =>
            {
                await bench.Merge(id).Resume();
                return (await bench.Service<MergeQueries>().ByIds(bench.Workspace, [id], CancellationToken.None))[id].Status == end;
            });
        }
        finally
        {
            worker.Done = (_, _) => { };
        }
    }
}
