using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Merges;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Merges;

/// <summary>Whatever is done with two people before they become one, while they are one, and afterwards.</summary>
public sealed class MergeProperties(MergeSilos silos) : IClassFixture<MergeSilos>
{
    private delegate Task Step(MergeBench bench, Made made);

    private static readonly Gen<Step> Any = Gen.Frequency(
        (3, Gen.Select(Gen.Bool, Gen.Enum<Platform>(), Gen.Long[50, 900_000]).Select((first, platform, followers) => (Step)(async (bench, made) =>
            made.Accounts += (await bench.Influencer(made.Who(first)).AddAccount(new NewAccount(platform, $"handle{++made.Number}", null,
                new Metrics(followers)), MergeBench.Manager)).IsAccepted
                ? 1
                : 0))),
        (3, Gen.Select(Gen.Int[0, 9], Gen.Long[50, 900_000]).Select((which, followers) => (Step)(async (bench, made) =>
        {
            await using var db = bench.Read();
            var accounts = await db.Set<AccountRow>().Where(row => row.Workspace == bench.Workspace).OrderBy(row => row.Id).ToListAsync();
            if (accounts.Count == 0) return;
            var account = accounts[which % accounts.Count];
            await MergeBench.Accepted(bench.Influencer(account.InfluencerId)
                .RecordMetrics(new RecordMetrics(account.Number, new Metrics(followers), null), MergeBench.Manager));
            made.Figures++;
        }))),
        (3, Gen.Select(Gen.Bool, Gen.Int[0, 5].Array[0, 4], Gen.Bool).Select((first, tags, minor) => (Step)((bench, made) => bench.Influencer(made.Who(first))
            .Update(
            new InfluencerChanges
            {
                Tags = [.. tags.Select(tag => $"tag {tag}")],
                Languages = [.. tags.Select(tag => $"l{tag}")],
                Country = new Change<string?>(minor ? "DE" : null),
                IsMinor = minor
            }, MergeBench.Manager)))),
        (2, Gen.Select(Gen.Bool, Gen.Int[1, 3]).Select((first, campaign) => (Step)(async (bench, made) =>
        {
            var id = $"p{++made.Number}";
            if ((await bench.Join(id, made.Who(first), $"c{campaign}")).IsAccepted) made.Partnerships = made.Partnerships.Add(id);
        }))),
        (2, Gen.Int[0, 9].Select(which => (Step)((bench, made) =>
            made.Partnerships.IsEmpty
                ? Task.CompletedTask
                : bench.Partnership(made.Partnerships[which % made.Partnerships.Length])
                    .ChangeStage(new ChangeStage(PartnershipStage.Contacted, null), MergeBench.Manager)))),
        (1, Gen.Bool.Select(first => (Step)(async (bench, made) => made.Tasks += (await bench.Remember($"t{++made.Number}", made.Who(first))).IsAccepted ? 1
            : 0))),
        (1, Gen.Select(Gen.Bool, Gen.Bool).Select((first, set) => (Step)((bench, made) => set
            ? bench.Influencer(made.Who(first)).SetDoNotContact(new SetDoNotContact("asked us"), MergeBench.Manager)
            : bench.Influencer(made.Who(first)).LiftDoNotContact(new LiftDoNotContact("asked us"), MergeBench.Manager)))));

    [Theory]
    [InlineData(StorageEngine.Sqlite, 12)]
    [InlineData(StorageEngine.Postgres, 6)]
    public async Task Nothing_is_lost_or_doubled(StorageEngine engine, int runs)
    {
        var worker = (await silos.On(engine)).Service<MergeWorker>();
        await Gen.Select(Any.Array[0, 12], Any.Array[0, 12], Any.Array[0, 4]).SampleAsync(async (before, between, after) =>
        {
            var (bench, made) = (await silos.On(engine), new Made());
            await bench.Person("a", "Mia");
            await bench.Person("b", "Mia B.");
            for (var i = 1; i <= 3; i++) await bench.Campaign($"c{i}");
            worker.Done = (_, _) => AllAreThere(bench, made);
            foreach (var step in before) await step(bench, made);
            var (a, b) = (await Told("a"), await Told("b"));
            var (objects, isMinor) = (new[] { await bench.Row("a"), await bench.Row("b") }.Any(row => row.DoNotContact),
                new[] { await bench.Row("a"), await bench.Row("b") }.Any(row => row.IsMinor));
            var (ownAccounts, ownPartnerships, tags) = (await bench.AccountsOf("b"), await bench.PartnershipsOf("b"), await bench.TagsOf("b"));

            await bench.Merged("m", "a", "b");
            made.AreOne = true;
            (await bench.AccountsOf("a")).Length.ShouldBe(made.Accounts);
            (await bench.PartnershipsOf("a")).ShouldBe(made.Partnerships, ignoreOrder: true);
            (await bench.TasksOf("a")).Length.ShouldBe(made.Tasks);
            ((await bench.Row("a")).DoNotContact, (await bench.Row("a")).IsMinor).ShouldBe((objects, isMinor));
            a.Concat(b).ShouldBeSubsetOf(await Told("a"));
            foreach (var step in between) await step(bench, made);
            AllAreThere(bench, made);
            await bench.IsSound();

            await bench.Undone("m");
            made.AreOne = false;
            (await bench.AccountsOf("b")).ShouldBe(ownAccounts);
            (await bench.PartnershipsOf("b")).ShouldBe(ownPartnerships);
            (await bench.TagsOf("b")).ShouldBe(tags);
            a.ShouldBeSubsetOf(await Told("a"));
            b.ShouldBeSubsetOf(await Told("b"));
            foreach (var step in after) await step(bench, made);
            AllAreThere(bench, made);
            await bench.IsSound();

            async Task<long[]> Told(string influencer) => [.. (await bench.Timeline(influencer)).Items.Select(item => item.Node.Position)];
        }, iter: runs, threads: 1);
        worker.Done = (_, _) => { };
    }

    private static void AllAreThere(MergeBench bench, Made made)
    {
        using var db = bench.Read();
        var accounts = db.Set<AccountRow>().Where(row => row.Workspace == bench.Workspace).Select(row => row.InfluencerId).ToList();
        accounts.Count.ShouldBe(made.Accounts);
        accounts.ShouldBeSubsetOf(["a", "b"]);
        db.Set<PartnershipRow>().Count(row => row.Workspace == bench.Workspace && (row.InfluencerId == "a" || row.InfluencerId == "b"))
            .ShouldBe(made.Partnerships.Length);
        // An account's first figures come with it.
        db.Set<MetricSnapshotRow>().Count(row => row.Workspace == bench.Workspace).ShouldBe(made.Accounts + made.Figures);
    }

    /// <summary>What there must be.</summary>
    private sealed class Made
    {
        public int Number { get; set; }
        public int Accounts { get; set; }
        public int Figures { get; set; }
        public int Tasks { get; set; }
        public ImmutableArray<string> Partnerships { get; set; } = [];
        public bool AreOne { get; set; }

        public string Who(bool first) => first || AreOne ? "a" : "b";
    }
}
