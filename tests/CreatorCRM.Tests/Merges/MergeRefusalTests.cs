using CreatorCRM.Bulk;
using CreatorCRM.Common;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Merges;
using CreatorCRM.Storage;

namespace CreatorCRM.Tests.Merges;

public sealed class MergeRefusalTests(MergeSilos silos) : IClassFixture<MergeSilos>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Each_has_a_code_and_says_which_of_the_two_is_meant(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        foreach (var id in (string[])["a", "b", "c"]) await bench.Person(id, $"Mia {id}");
        (await Start("m0", "a", "a")).ShouldBe("mergedId SameInfluencer");
        (await Start("m0", "a", "nobody")).ShouldBe("mergedId NotFound");
        (await Start("m0", "nobody", "a")).ShouldBe("survivorId NotFound");
        (await MergeBench.Refused(bench.Merge("m0").Undo(MergeBench.Manager))).ShouldBe("mergeId NotFound");

        await bench.Merged("m1", "a", "b");
        (await Start("m2", "c", "b")).ShouldBe("mergedId InfluencerMerged");
        (await Start("m2", "b", "c")).ShouldBe("survivorId InfluencerMerged");
        (await bench.Merge("m2").Start(new StartMerge("c", "b", null), MergeBench.Manager)).Refusals[0].Message.ShouldContain("merged into Mia a (a)");
        (await bench.Merge("m1").Start(new StartMerge("a", "b", null), MergeBench.Manager)).IsAccepted.ShouldBeTrue();
        await bench.Undone("m1");
        (await MergeBench.Refused(bench.Merge("m1").Undo(MergeBench.Manager))).ShouldBe("mergeId AlreadyUndone");

        Task<string> Start(string merge, string survivor, string merged) =>
            MergeBench.Refused(bench.Merge(merge).Start(new StartMerge(survivor, merged, null), MergeBench.Manager));
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Nothing_new_is_done_with_the_merged_one_and_no_list_shows_them(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        await bench.Person("a", "Mia");
        await bench.Person("b", "Mia B.", null, new NewAccount(Platform.Instagram, "mia.b"));
        await bench.Campaign("c");
        await bench.Merged("m", "a", "b");
        var (influencer, manager) = (bench.Influencer("b"), MergeBench.Manager);
        foreach (var command in new[]
        {
            influencer.Update(new InfluencerChanges { Notes = new Change<string?>("x") }, manager),
            influencer.AddAccount(new NewAccount(Platform.X, "mia"), manager),
            influencer.RecordMetrics(new RecordMetrics("1", new Metrics(1), null), manager), influencer.SetDoNotContact(new SetDoNotContact("x"), manager),
            influencer.LiftDoNotContact(new LiftDoNotContact("x"), manager), influencer.TryBulk(new BulkChange(BulkKind.Tag, "x")),
            influencer.Import(new ImportInfluencer("Mia", [], new InfluencerChanges(), null), manager), bench.Join("p", "b", "c"), bench.Remember("t", "b"),
        })
            (await MergeBench.Refused(command)).ShouldBe("influencerId InfluencerMerged");

        var queries = bench.Service<InfluencerQueries>();
        var page = new PageRequest(10, null, null, null);
        var all = await queries.List(bench.Workspace, null, null, null, page, CancellationToken.None);
        (all.Items.Select(item => item.Node.Id).Single(), await all.CountTotal(CancellationToken.None)).ShouldBe(("a", 1));
        (await queries.List(bench.Workspace, null, "mia.b", null, page, CancellationToken.None)).Items.Select(item => item.Node.Id).ShouldBe(["a"]);
        (await queries.IdsOf(bench.Workspace, null, "mia", 10, CancellationToken.None)).ShouldBe(["a"]);
        (await queries.ByHandle(bench.Workspace, Platform.Instagram, "Mia.B", CancellationToken.None))!.InfluencerId.ShouldBe("a");
        (await MergeBench.Refused(bench.Influencer("z").Create(new CreateInfluencer("Thief", [new NewAccount(Platform.Instagram, "mia.b")],
            new InfluencerChanges()), manager))).ShouldBe("accounts HandleTaken");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task One_person_has_no_more_than_one_influencer_may_have(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        await bench.Person("a", "Mia", new InfluencerChanges { Tags = [.. Enumerable.Range(0, 60).Select(i => $"a{i}")] });
        await bench.Person("b", "Mia B.", new InfluencerChanges { Tags = [.. Enumerable.Range(0, 60).Select(i => $"b{i}")] });
        (await MergeBench.Refused(bench.Merge("m").Start(new StartMerge("a", "b", null), MergeBench.Manager))).ShouldBe("mergedId TooLong");
        (await MergeBench.Refused(bench.Merge("m").Start(new StartMerge("a", "b", new string('x', 1001)), MergeBench.Manager)))
            .ShouldBe("reason TooLong, mergedId TooLong");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_file_that_is_imported_again_adds_to_the_survivor(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        var row = new ImportedRow(2, new CandidateInfluencer("Mia B.", [], [], ["spring"], [], null, [], null, null, null, null, "mia b./mia@example.com"), []);
        var writer = bench.Service<ImportRowWriter>();
        (await writer.Write(new EntityKey(bench.Workspace, "i1"), [row], Actor.System)).Single().Outcome.ShouldBe(RowOutcome.Created);
        var made = (await bench.Service<InfluencerQueries>().IdsOf(bench.Workspace, null, null, 1, CancellationToken.None)).Single();
        await bench.Person("a", "Mia");
        await bench.Merged("m", "a", made);
        await MergeBench.Accepted(bench.Influencer("a").Update(new InfluencerChanges { Tags = [] }, MergeBench.Manager));
        (await writer.Write(new EntityKey(bench.Workspace, "i2"), [row], Actor.System)).Single().Outcome.ShouldBe(RowOutcome.Updated);
        (await bench.TagsOf("a")).ShouldBe(["spring"]);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_bulk_action_says_who_was_merged_away_meanwhile_and_who_is_not_there(StorageEngine engine)
    {
        var bench = await silos.On(engine);
        foreach (var id in (string[])["a", "b"]) await bench.Person(id, $"Mia {id}");
        await bench.Merged("m", "a", "b");
        await MergeBench.Accepted(bench.Bulk("tag").Start(new StartBulkAction(BulkKind.Tag, "spring", null, false, null, [new("b"), new("nobody"), new("a")]),
            MergeBench.Manager));
        var results = await Poll.For(async () => await bench.Service<BulkQueries>()
            .ResultsByKeys(bench.Workspace, ["tag.1", "tag.2", "tag.3"], CancellationToken.None) is { Count: 3 } all ? all : null);
        results.OrderBy(result => result.Number).Select(result => (result.Outcome, result.Code, result.Message?.Split('.')[0])).ShouldBe(
        [
            (BulkOutcome.Refused, RefusalCode.InfluencerMerged, "This influencer was merged into Mia a (a)"),
            (BulkOutcome.Refused, RefusalCode.NotFound, "No such influencer"),
            (BulkOutcome.Succeeded, null, null),
        ]);
        (await bench.TagsOf("a")).ShouldBe(["spring"]);
    }

    [Fact]
    public void The_preview_names_what_differs_and_which_value_stays()
    {
        var (a, b) = (Person(new InfluencerChanges { Country = new("DE"), Tags = ["bread"], Niches = ["cake"], IsCustomer = true }),
            Person(new InfluencerChanges
            {
                Country = new("AT"),
                Tags = ["spring"],
                Languages = ["de"],
                Agency = new("Crumbs"),
                IsMinor = true,
                ContactPoints = [new(ContactPointKind.Email, "mia@example.com", "studio")],
            }));
        MergeFields.Of(a.Belongings, null, b.Belongings, Relationships.RelationshipStage.Partner).ShouldBe(
        [
            new(MergeFieldKind.Country, "DE", "AT", "DE", MergeFieldOutcome.SurvivorStays),
            new(MergeFieldKind.Agency, null, "Crumbs", "Crumbs", MergeFieldOutcome.MergedFills),
            new(MergeFieldKind.Niches, "cake", null, "cake", MergeFieldOutcome.SurvivorStays),
            new(MergeFieldKind.Tags, "bread", "spring", "bread, spring", MergeFieldOutcome.Joined),
            new(MergeFieldKind.Languages, null, "de", "de", MergeFieldOutcome.MergedFills),
            new(MergeFieldKind.ContactPoints, null, "mia@example.com (studio)", "mia@example.com (studio)", MergeFieldOutcome.MergedFills),
            new(MergeFieldKind.IsCustomer, "true", "false", "true", MergeFieldOutcome.SurvivorStays),
            new(MergeFieldKind.IsMinor, "false", "true", "true", MergeFieldOutcome.MergedFills),
            new(MergeFieldKind.RelationshipStage, null, "partner", null, MergeFieldOutcome.SurvivorStays),
        ]);

        static Influencer Person(InfluencerChanges details)
        {
            var state = Influencer.New(new EntityKey("w", "x"));
            foreach (var @event in state.Create(new CreateInfluencer("Mia", [], details), default).Events)
                state = state.Apply(@event, new EventMeta(state.Version + 1, Actor.System, default, default));
            return state;
        }
    }
}
