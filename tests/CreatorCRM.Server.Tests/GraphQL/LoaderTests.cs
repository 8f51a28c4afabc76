using CreatorCRM.Server.Tests.GraphQL.Bakery;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class LoaderTests : IAsyncLifetime
{
    private readonly GraphQLServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Every_level_asks_once_for_all_its_keys()
    {
        var data = await _server.Data("{ bakers(first: 3) { nodes { name master { name } breads { key baker { name } } } } }");

        data["bakers"]!["nodes"]!.AsArray().Select(baker => baker!["breads"]!.AsArray().Count).ShouldBe([2, 0, 2]);
        data["bakers"]!["nodes"]![0]!["breads"]![0]!["baker"]!["name"]!.GetValue<string>().ShouldBe("Baker baker-of-1-1");
        Seen.ShouldBe(["bakers: master-1 master-2 master-3", "breads of: 1 2 3", "bakers: baker-of-1-1 baker-of-1-2 baker-of-3-1 baker-of-3-2"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task A_loader_called_with_what_another_loaded_batches_too_and_keeps_to_its_batch_size()
    {
        var data = await _server.Data("{ bakers(first: 5) { nodes { mastersFavourite { key } } } }");

        data["bakers"]!["nodes"]![4]!["mastersFavourite"]!["key"]!.GetValue<string>().ShouldBe("favourite-master-5");
        Seen.ShouldBe([
            "bakers: master-1 master-2 master-3 master-4 master-5",
            "breads: favourite-master-1 favourite-master-2 favourite-master-3",
            "breads: favourite-master-4 favourite-master-5",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Mutations_batch_their_payloads_and_requests_share_nothing()
    {
        await _server.Data("mutation { a: bake(input: { kind: SOUR_DOUGH }) { bread { baker { name master { name } } } } b: bake(input: { kind: SOUR_DOUGH }) { bread { baker { name } } } }");
        await _server.Data("{ bread(key: \"new\") { baker { name } } }");

        Seen.Count(batch => batch == "bakers: baker-of-new").ShouldBe(2);
    }

    private IEnumerable<string> Seen => _server.Get<Batches>().Seen;
}
