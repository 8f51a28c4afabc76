using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Storage;

public sealed class RequestStoreTests(PostgresServer postgres)
{
    private static readonly RequestKey Key = new("default", "owner", "k");
    private static readonly StoredAnswer Answer = new(200, """{"data":{"name":"Müller"}}""");

    private static readonly TimeSpan Lease = RequestStore.LeaseFor(TimeSpan.FromSeconds(30));

    private readonly WatchedTime _time = new();

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_answer_is_found_on_every_node_by_the_same_request_of_the_same_principal(StorageEngine engine)
    {
        await using var nodes = await Nodes(engine);
        await nodes.One.Keep(Key, await Granted(nodes.One), Answer);

        (await nodes.Two.Claim(Key, "f", Lease, Cancel)).ShouldBe(new RequestClaim.Answered(Answer));
        (await nodes.Two.Claim(Key, "g", Lease, Cancel)).ShouldBe(new RequestClaim.OtherPayload());
        (await nodes.Two.Claim(Key with { Principal = "other" }, "g", Lease, Cancel)).ShouldBeOfType<RequestClaim.Granted>();
        (await nodes.Two.Claim(Key with { Workspace = "other" }, "g", Lease, Cancel)).ShouldBeOfType<RequestClaim.Granted>();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Of_many_at_once_one_gets_the_key(StorageEngine engine)
    {
        await using var nodes = await Nodes(engine);
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? nodes.One : nodes.Two).Claim(Key, "f", Lease, Cancel)));
        claims.Count(claim => claim is RequestClaim.Granted).ShouldBe(1);
        claims.Count(claim => claim is RequestClaim.UnderWay).ShouldBe(19);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_key_of_a_node_that_died_is_free_for_the_same_request_after_the_lease(StorageEngine engine)
    {
        await using var nodes = await Nodes(engine);
        var dead = await Granted(nodes.One);
        _time.Advance(Lease - TimeSpan.FromSeconds(1));
        (await nodes.Two.Claim(Key, "f", Lease, Cancel)).ShouldBe(new RequestClaim.UnderWay());

        _time.Advance(TimeSpan.FromSeconds(1));
        (await nodes.Two.Claim(Key, "g", Lease, Cancel)).ShouldBe(new RequestClaim.OtherPayload());
        var second = await Granted(nodes.Two);
        await nodes.One.Keep(Key, dead, new StoredAnswer(200, "late"));
        await nodes.Two.Keep(Key, second, Answer);
        (await nodes.One.Claim(Key, "f", Lease, Cancel)).ShouldBe(new RequestClaim.Answered(Answer));
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_released_key_is_free_for_the_same_request_at_once(StorageEngine engine)
    {
        await using var nodes = await Nodes(engine);
        await nodes.One.Release(Key, await Granted(nodes.One));
        (await nodes.Two.Claim(Key, "g", Lease, Cancel)).ShouldBe(new RequestClaim.OtherPayload());
        await Granted(nodes.Two);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_answer_is_kept_for_a_day_and_then_forgotten(StorageEngine engine)
    {
        await using var nodes = await Nodes(engine);
        await nodes.One.Keep(Key, await Granted(nodes.One), Answer);
        _time.Advance(RequestStore.Retention);
        await nodes.Two.Purge(Cancel);
        (await nodes.One.Claim(Key, "f", Lease, Cancel)).ShouldBe(new RequestClaim.Answered(Answer));

        _time.Advance(TimeSpan.FromSeconds(1));
        await nodes.Two.Purge(Cancel);
        (await nodes.One.Claim(Key, "g", Lease, Cancel)).ShouldBeOfType<RequestClaim.Granted>();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_node_forgets_by_itself_every_hour(StorageEngine engine)
    {
        const int tries = 1000;
        await using var nodes = await Nodes(engine);
        using var purge = ActivatorUtilities.CreateInstance<RequestPurge>(nodes.Second);
        await purge.StartAsync(Cancel);
        await _time.Wait(TimeSpan.FromHours(1));
        // It goes on after the first time.
        for (var day = 1; day <= 2; day++)
        {
            var key = Key with { Key = $"day {day}" };
            await nodes.One.Keep(key, (await nodes.One.Claim(key, "f", Lease, Cancel)).ShouldBeOfType<RequestClaim.Granted>(), Answer);
            _time.Advance(RequestStore.Retention + TimeSpan.FromHours(1));
            var claim = await nodes.One.Claim(key, "g", Lease, Cancel);
            for (var i = 0; i < tries && claim is RequestClaim.OtherPayload; i++) claim = await nodes.One.Claim(key, "g", Lease, Cancel);
            claim.ShouldBeOfType<RequestClaim.Granted>();
        }
        await purge.StopAsync(Cancel);
    }

    [Fact]
    public void A_request_has_its_key_longer_than_it_may_work_and_a_minute_at_least()
    {
        RequestStore.LeaseFor(TimeSpan.FromSeconds(1)).ShouldBe(TimeSpan.FromSeconds(60));
        RequestStore.LeaseFor(TimeSpan.FromSeconds(30)).ShouldBe(TimeSpan.FromSeconds(60));
        RequestStore.LeaseFor(TimeSpan.FromSeconds(31)).ShouldBe(TimeSpan.FromSeconds(61));
        RequestStore.LeaseFor(TimeSpan.FromDays(2)).ShouldBeGreaterThan(TimeSpan.FromDays(2));
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task What_is_under_way_is_not_forgotten(StorageEngine engine)
    {
        await using var nodes = await Nodes(engine);
        var lease = RequestStore.LeaseFor(TimeSpan.FromDays(2));
        var claim = (await nodes.One.Claim(Key, "f", lease, Cancel)).ShouldBeOfType<RequestClaim.Granted>();
        _time.Advance(TimeSpan.FromDays(2));
        await nodes.Two.Purge(Cancel);
        (await nodes.Two.Claim(Key, "f", lease, Cancel)).ShouldBe(new RequestClaim.UnderWay());
        await nodes.One.Keep(Key, claim, Answer);
        (await nodes.Two.Claim(Key, "f", lease, Cancel)).ShouldBe(new RequestClaim.Answered(Answer));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<RequestClaim.Granted> Granted(RequestStore store) =>
        (await store.Claim(Key, "f", Lease, Cancel)).ShouldBeOfType<RequestClaim.Granted>();

    private async Task<TwoNodes> Nodes(StorageEngine engine)
    {
        var storage = await CrmSilo.NewStorage(engine, postgres);
        await CrmStorage.Migrate(storage, Cancel);
        return new TwoNodes(storage, Services(storage), Services(storage));
    }

    private ServiceProvider Services(StorageOptions storage) =>
        new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_time).AddCrmStorage(storage).BuildServiceProvider();

    private sealed record TwoNodes(StorageOptions Storage, ServiceProvider First, ServiceProvider Second) : IAsyncDisposable
    {
        public RequestStore One => First.GetRequiredService<RequestStore>();

        public RequestStore Two => Second.GetRequiredService<RequestStore>();

        public async ValueTask DisposeAsync()
        {
            await First.DisposeAsync();
            await Second.DisposeAsync();
            if (Storage.Engine == StorageEngine.Sqlite) Directory.Delete(Storage.DataFolder, recursive: true);
        }
    }
}
