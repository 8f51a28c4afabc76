using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Storage;

public sealed class MembershipTests(PostgresServer server)
{
    [Fact]
    public async Task Two_silos_find_each_other_and_one_sees_the_other_leave()
    {
        await using var store = await TestStore.Postgres(server);
        await using var stays = await TestSilo.Start(store);
        await using (var leaves = await TestSilo.Start(store))
        {
            await Until(stays, members => members.GetSiloStatus(leaves.Address) == SiloStatus.Active);
            await Until(leaves, members => members.GetSiloStatus(stays.Address) == SiloStatus.Active);
            for (var i = 0; i < 20; i++) await leaves.Grains.GetGrain<INoteGrain>($"default/{i}").Write($"{i}", "");
        }
        await Until(stays, members => members.Members.Values.Count(member => member.Status == SiloStatus.Dead) == 1
            && members.GetSiloStatus(stays.Address) == SiloStatus.Active);
        for (var i = 0; i < 20; i++) (await stays.Grains.GetGrain<INoteGrain>($"default/{i}").Read()).Note.ShouldBe($"{i}");
    }

    [Fact]
    public async Task Of_silos_that_join_at_the_same_version_one_wins_and_the_others_leave_no_trace()
    {
        await using var store = await TestStore.Postgres(server);
        await using var silo = TestSilo.Build(store);
        var table = await Table(silo);
        var before = await table.ReadAllAsync();
        var joined = await Task.WhenAll(Enumerable.Range(1, 8).Select(port => table.InsertRowAsync(Silo(silo, port), before.Version.Next())));

        joined.Count(yes => yes).ShouldBe(1);
        var after = await table.ReadAllAsync();
        after.Version.Version.ShouldBe(before.Version.Version + 1);
        after.Members.Count.ShouldBe(1);
        (await table.InsertRowAsync(after.Members[0].Item1, after.Version.Next())).ShouldBeFalse();
        (await table.ReadAllAsync()).Version.ShouldBe(after.Version);
    }

    [Fact]
    public async Task A_change_at_an_old_version_or_of_an_unknown_silo_is_refused()
    {
        await using var store = await TestStore.Postgres(server);
        await using var silo = TestSilo.Build(store);
        var table = await Table(silo);
        var before = await table.ReadAllAsync();
        var other = Silo(silo, 1);
        (await table.InsertRowAsync(other, before.Version.Next())).ShouldBeTrue();
        other.Status = SiloStatus.Dead;
        other.AddSuspector(silo.Address, other.StartTime);
        (await Update(table, other, before.Version)).ShouldBeFalse();

        var current = (await table.ReadAllAsync()).Version;
        (await Update(table, Silo(silo, 2), current)).ShouldBeFalse();
        (await table.ReadAllAsync()).Version.ShouldBe(current);
        (await Update(table, other, current)).ShouldBeTrue();
        var stored = (await table.ReadRowAsync(other.SiloAddress)).Members.Single().Item1;
        stored.Status.ShouldBe(SiloStatus.Dead);
        stored.SuspectTimes!.Single().Item1.ShouldBe(silo.Address);
        stored.StartTime.ShouldBe(other.StartTime);
        (await table.ReadRowAsync(Silo(silo, 2).SiloAddress)).Members.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_old_entries_of_silos_that_are_not_active_are_cleaned_up()
    {
        await using var store = await TestStore.Postgres(server);
        await using var silo = TestSilo.Build(store);
        var table = await Table(silo);
        var (dead, slow) = (Silo(silo, 1), Silo(silo, 2));
        dead.Status = SiloStatus.Dead;
        slow.Status = SiloStatus.Active;
        foreach (var entry in new[] { dead, slow }) await table.InsertRowAsync(entry, (await table.ReadAllAsync()).Version.Next());

        await table.CleanupDefunctSiloEntriesAsync(dead.IAmAliveTime);
        (await table.ReadAllAsync()).Members.Count.ShouldBe(2);
        await table.CleanupDefunctSiloEntriesAsync(dead.IAmAliveTime.AddMinutes(1));
        (await table.ReadAllAsync()).Members.Select(member => member.Item1.SiloAddress).ShouldBe([slow.SiloAddress]);

        slow.IAmAliveTime = slow.IAmAliveTime.AddHours(1);
        await table.UpdateIAmAliveAsync(slow);
        (await table.ReadRowAsync(slow.SiloAddress)).Members.Single().Item1.IAmAliveTime.ShouldBe(slow.IAmAliveTime);
    }

    // The silo itself does not run: it would clean up and vote among the entries meanwhile.
    private static async Task<IMembershipTable> Table(TestSilo silo)
    {
        var table = silo.Services.GetRequiredService<IMembershipTable>();
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true);
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true);
        return table;
    }

    private static Task<bool> Update(IMembershipTable table, MembershipEntry entry, TableVersion read) =>
        table.UpdateRowAsync(entry, read.VersionEtag, read.Next());

    private static MembershipEntry Silo(TestSilo silo, int port) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, port, 1),
        HostName = silo.Address.Endpoint.Address.ToString(),
        SiloName = $"silo {port}",
        Status = SiloStatus.Joining,
        StartTime = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc),
        IAmAliveTime = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc),
    };

    private static async Task Until(TestSilo silo, Func<ClusterMembershipSnapshot, bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await foreach (var members in silo.Services.GetRequiredService<IClusterMembershipService>().MembershipUpdates.WithCancellation(deadline.Token))
        {
            if (condition(members)) return;
        }
    }
}
