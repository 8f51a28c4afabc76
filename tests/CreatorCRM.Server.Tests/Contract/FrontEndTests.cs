using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Contract;

/// <summary>The clients that front ends are built with, each by the README's recipe against the real server.</summary>
public sealed class FrontEndTests(NpmFrontEnds npm, CrmServers servers) : IClassFixture<NpmFrontEnds>, IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Apollo_pages_through_a_list_and_shows_what_a_mutation_changed(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        (await npm.Tell("apollo.mjs", server)).ShouldBe(["Ada Bea Cid Dan Eva", "0", "Prefers letters", "REQUIRED"]);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Relay_pages_through_a_list_and_shows_what_a_mutation_changed(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        (await npm.Tell("relay.mjs", server)).ShouldBe(["Ada Bea Cid Dan Eva", "0", "Ada Prefers letters"]);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Urql_reads_writes_and_follows_events(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        (await npm.Tell("urql.mjs", server)).ShouldBe(["", "0", "Prefers letters", "BAD_USER_INPUT", "Ada was added.", "The profile was updated: notes."]);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Plain_fetch_adds_somebody_once_however_often_it_is_sent(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        (await npm.Tell("fetch.mjs", server)).ShouldBe(["Ada", "True", "REQUIRED", "GRAPHQL_VALIDATION_FAILED"]);
    }
}

/// <summary>Apollo Client, urql and Relay.</summary>
public sealed class NpmFrontEnds() : NpmPackage("frontends");
