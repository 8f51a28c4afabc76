using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Merges;
using CreatorCRM.Partnerships;
using CreatorCRM.Sequences;
using CreatorCRM.Storage;

namespace CreatorCRM.Tests.Merges;

public sealed class MergeTests(MergeSilos silos) : IClassFixture<MergeSilos>
{
    private static readonly InfluencerChanges
        Mia = new() { Tags = ["bread"], Country = new Change<string?>("DE") },
        Twin = new()
        {
            Tags = ["bread", "spring"],
            Country = new Change<string?>("AT"),
            Agency = new Change<string?>("Crumbs"),
            IsMinor = true,
            ContactPoints = [new(ContactPointKind.Email, "mia@example.com")]
        };

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task One_goes_into_the_other_with_everything_and_comes_out_again(StorageEngine engine)
    {
        var bench = await Two(engine);
        var before = (await bench.Timeline("b")).Items.Select(item => item.Node.Position).ToArray();
        await MergeBench.Accepted(bench.Influencer("b").SetDoNotContact(new SetDoNotContact("asked us"), MergeBench.Manager));
        var (alone, twin) = (await bench.Row("a"), await bench.Row("b"));

        var merge = await bench.Merged("m", "a", "b");
        (merge.Accounts, merge.Partnerships, merge.Tasks, merge.StartedBy).ShouldBe((2, 2, 1, "Manager"));
        var one = await bench.Row("a");
        (one.DisplayName, one.Country, one.Agency, one.IsMinor, one.DoNotContactReason, one.Followers)
            .ShouldBe(("Mia", "DE", "Crumbs", true, "asked us", 90_000));
        (one.Partnerships, one.LastContactAt).ShouldBe((3, twin.LastContactAt));
        (await bench.AccountsOf("a")).ShouldBe(["a.1", "b.1", "b.2"]);
        (await bench.TagsOf("a")).ShouldBe(["bread", "spring"]);
        (await bench.PartnershipsOf("a")).ShouldBe(["p1", "p2", "p3"]);
        (await bench.TasksOf("a")).ShouldBe(["t1"]);
        var gone = await bench.Row("b");
        (gone.MergedInto, gone.Followers, gone.ContactPoints, gone.Partnerships).ShouldBe(("a", null, "[]", 0));
        before.ShouldBeSubsetOf((await bench.Timeline("a")).Items.Select(item => item.Node.Position));
        await bench.IsSound();

        // New figures are the survivor's to record; what else is new stays with them.
        await MergeBench.Accepted(bench.Influencer("a").RecordMetrics(new RecordMetrics("b.1", new Metrics(95_000), null), MergeBench.Manager));
        await MergeBench.Accepted(bench.Influencer("a").AddAccount(new NewAccount(Platform.Youtube, "mianew"), MergeBench.Manager));
        await MergeBench.Accepted(bench.Influencer("a").Update(new InfluencerChanges { Agency = new Change<string?>("Loaf"), Tags = ["bread", "spring", "new"] }, MergeBench.Manager));
        await MergeBench.Accepted(bench.Join("p4", "a", "c3"));

        (await bench.Undone("m")).UndoneBy.ShouldBe("Manager");
        var (a, b) = (await bench.Row("a"), await bench.Row("b"));
        (a.MergedInto, a.Agency, a.IsMinor, a.DoNotContact, a.Followers).ShouldBe((null, "Loaf", alone.IsMinor, false, 1_000));
        (b.MergedInto, b.Agency, b.IsMinor, b.DoNotContactReason, b.Followers, b.ContactPoints)
            .ShouldBe((null, "Crumbs", true, "asked us", 95_000, twin.ContactPoints));
        (await bench.AccountsOf("a")).ShouldBe(["a.1", "a.2"]);
        (await bench.AccountsOf("b")).ShouldBe(["b.1", "b.2"]);
        (await bench.TagsOf("a")).ShouldBe(["bread", "new"]);
        (await bench.TagsOf("b")).ShouldBe(["bread", "spring"]);
        (await bench.PartnershipsOf("a")).ShouldBe(["p1", "p4"]);
        (await bench.PartnershipsOf("b")).ShouldBe(["p2", "p3"]);
        (await bench.TasksOf("b")).ShouldBe(["t1"]);
        b.LastContactAt.ShouldBe(twin.LastContactAt);
        var figures = await bench.Service<InfluencerQueries>()
            .SnapshotsOf(bench.Workspace, ["b.1"], new PageRequest(9, null, null, null), CancellationToken.None);
        figures["b.1"].Items.Select(item => item.Node.Followers).ShouldBe([95_000, 90_000]);
        (await bench.Timeline("a")).Items.Select(item => item.Node.Position).ShouldNotContain(position => before.Contains(position));
        await bench.IsSound();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task In_a_campaign_where_both_were_two_partnerships_stand_beside_each_other_and_no_third_one(StorageEngine engine)
    {
        var bench = await Two(engine);
        (await bench.Service<MergePlanner>().Preview(bench.Workspace, "a", "b", CancellationToken.None)).SharedCampaigns.ShouldBe(["c1"]);
        await bench.Merged("m", "a", "b");
        (await MergeBench.Refused(bench.Join("p5", "a", "c1"))).ShouldBe("influencerId AlreadyInCampaign");
        (await MergeBench.Refused(bench.Join("p5", "a", "c2"))).ShouldBe("influencerId AlreadyInCampaign");
        await bench.Write("p2", "Both go on");
        await bench.Undone("m");
        (await bench.PartnershipsOf("b")).ShouldBe(["p2", "p3"]);
        // What was written meanwhile is on the timeline of whose partnership it is.
        (await bench.Timeline("b")).Items.ShouldContain(item => item.Node.Summary.Contains("Both go on"));
        (await MergeBench.Refused(bench.Join("p5", "b", "c1"))).ShouldBe("influencerId AlreadyInCampaign");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_partnership_that_stays_when_another_merge_is_undone_leaves_no_room_for_a_new_one(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        foreach (var id in (string[])["a", "b", "x"]) await bench.Person(id, $"Mia {id}");
        foreach (var campaign in (string[])["c1", "c2"]) await bench.Campaign(campaign);
        await MergeBench.Accepted(bench.Join("p1", "x", "c1"));
        await MergeBench.Accepted(bench.Join("p2", "b", "c1"));
        await bench.Merged("m1", "a", "x");
        await bench.Merged("m2", "a", "b");
        await bench.Undone("m1");

        (await bench.PartnershipsOf("a")).ShouldBe(["p2"]);
        (await MergeBench.Refused(bench.Join("p3", "a", "c1"))).ShouldBe("influencerId AlreadyInCampaign");
        await MergeBench.Accepted(bench.Join("p3", "a", "c2"));
        await bench.Undone("m2");
        await MergeBench.Accepted(bench.Join("p4", "a", "c1"));
        (await bench.PartnershipsOf("a")).ShouldBe(["p3", "p4"]);
        await bench.IsSound();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_timelines_are_told_as_one_page_by_page_in_both_directions(StorageEngine engine)
    {
        var bench = await Two(engine);
        await bench.Merged("m", "a", "b");
        foreach (var direction in Enum.GetValues<CreatorCRM.Storage.Queries.OrderDirection>())
        {
            var question = new TimelineQuestion(direction);
            var whole = await bench.Timeline("a", question: question);
            var all = whole.Items.Select(item => (item.Node.OccurredAt, item.Node.Position)).ToArray();
            all.ShouldBe(direction == 0 ? all.Order() : all.OrderDescending());
            all.Distinct().Count().ShouldBe(all.Length);
            (await whole.CountTotal(CancellationToken.None)).ShouldBe(all.Length);
            var (read, after) = (new List<long>(), (string?)null);
            for (var more = true; more;)
            {
                var page = await bench.Timeline("a", new PageRequest(3, after, null, null), question);
                page.HasPreviousPage.ShouldBe(after is not null);
                read.AddRange(page.Items.Select(item => item.Node.Position));
                (after, more) = (page.Items[^1].Cursor, page.HasNextPage);
            }
            read.ShouldBe(all.Select(one => one.Position));
            var last = await bench.Timeline("a", new PageRequest(null, null, 4, after), question);
            last.Items.Select(item => item.Node.Position).ShouldBe(read.SkipLast(1).TakeLast(4));
            (last.HasPreviousPage, last.HasNextPage).ShouldBe((true, true));
        }
        var created = await bench.Timeline("a", question: new TimelineQuestion { Kinds = ["influencer.created"] });
        (created.Items.Count, await created.CountTotal(CancellationToken.None)).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Merges_lie_behind_each_other_and_are_undone_from_the_last_one(StorageEngine engine)
    {
        var bench = await Two(engine);
        await bench.Person("d", "Dora", null, new NewAccount(Platform.Tiktok, $"dora{bench.Workspace}"));
        await bench.Merged("m1", "a", "b");
        await bench.Merged("m2", "d", "a");
        (await bench.AccountsOf("d")).ShouldBe(["d.1", "a.1", "b.1", "b.2"], ignoreOrder: true);
        (await bench.PartnershipsOf("d")).ShouldBe(["p1", "p2", "p3"]);
        (await bench.Timeline("d")).Items.Count(item => item.Node.Kind == "influencer.created").ShouldBe(3);
        (await MergeBench.Refused(bench.Merge("m1").Undo(MergeBench.Manager))).ShouldBe($"mergeId {RefusalCode.SurvivorMerged}");
        await bench.IsSound();
        await bench.Undone("m2");
        (await bench.AccountsOf("a")).ShouldBe(["a.1", "b.1", "b.2"], ignoreOrder: true);
        await bench.Undone("m1");
        (await bench.AccountsOf("b")).ShouldBe(["b.1", "b.2"]);
        (await bench.PartnershipsOf("b")).ShouldBe(["p2", "p3"]);
        await bench.Merged("m3", "b", "a");
        (await bench.PartnershipsOf("b")).ShouldBe(["p1", "p2", "p3"]);
        await bench.IsSound();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_past_shows_both_as_they_were(StorageEngine engine)
    {
        var bench = await Two(engine);
        var earlier = (await bench.Timeline("b")).Items.Max(item => item.Node.RecordedAt);
        await bench.Merged("m", "a", "b");
        var past = await bench.Service<PastQueries>().Read([Stream("a"), Stream("b")], earlier, CancellationToken.None);
        past[Stream("b")].Of<AccountRow>().Count().ShouldBe(2);
        past[Stream("a")].Of<AccountRow>().Count().ShouldBe(1);
        (await bench.Timeline("a", question: new TimelineQuestion { RecordedBy = earlier })).Items.ShouldAllBe(item => !item.Node.Summary.Contains("Mia B."));
        var partnerships = bench.Service<PastPartnerships>();
        var subject = new Subject(Influencer.Kind, "a");
        (await partnerships.Whole(bench.Workspace, [subject], earlier, CancellationToken.None))[subject].Count.ShouldBe(1);
        var now = (await bench.Timeline("a")).Items.Max(item => item.Node.RecordedAt);
        (await partnerships.Whole(bench.Workspace, [subject], now, CancellationToken.None))[subject].Select(past => past.One<PartnershipRow>().InfluencerId)
            .ShouldBe(["a", "a", "a"]);

        StreamId Stream(string id) => new(bench.Workspace, Influencer.Kind, id);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_objection_of_the_one_ends_the_sequences_of_the_other_and_an_undo_does_not_start_them_again(StorageEngine engine)
    {
        var bench = await Two(engine);
        await MergeBench.Accepted(bench.Sequence("s").Create(new CreateSequence("Spring", [new SequenceStep(0, null, null, "Have a look at the feed")]),
            MergeBench.Manager));
        foreach (var partnership in (string[])["p1", "p3"])
            await MergeBench.Accepted(bench.Partnership(partnership).StartSequence(new StartSequence("s"), MergeBench.Manager));
        await MergeBench.Accepted(bench.Influencer("a").SetDoNotContact(new SetDoNotContact("asked us"), MergeBench.Manager));
        (await Runs()).ShouldBe([SequenceRunStatus.Stopped, SequenceRunStatus.Active]);
        await bench.Merged("m", "a", "b");
        (await Runs()).ShouldBe([SequenceRunStatus.Stopped, SequenceRunStatus.Stopped]);
        await bench.Undone("m");
        (await bench.Row("b")).DoNotContact.ShouldBeFalse();
        (await Runs()).ShouldBe([SequenceRunStatus.Stopped, SequenceRunStatus.Stopped]);
        await bench.IsSound();

        async Task<IEnumerable<SequenceRunStatus>> Runs()
        {
            var runs = await bench.Service<SequenceRunQueries>().OfPartnerships(bench.Workspace, ["p1", "p3"], CancellationToken.None);
            return [runs["p1"].Single().Status, runs["p3"].Single().Status];
        }
    }

    private async Task<MergeBench> Two(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        await bench.Person("a", "Mia", Mia, new NewAccount(Platform.Instagram, "mia", null, new Metrics(1_000)));
        await bench.Person("b", "Mia B.", Twin, new NewAccount(Platform.Instagram, "mia.b", null, new Metrics(90_000)), new NewAccount(Platform.Tiktok, "miab"));
        foreach (var campaign in (string[])["c1", "c2", "c3"]) await bench.Campaign(campaign);
        foreach (var (partnership, influencer, campaign) in new[] { ("p1", "a", "c1"), ("p2", "b", "c1"), ("p3", "b", "c2") })
        {
            await MergeBench.Accepted(bench.Join(partnership, influencer, campaign));
            await bench.Write(partnership, $"About {campaign}");
        }
        await MergeBench.Accepted(bench.Remember("t1", "b"));
        return bench;
    }
}
