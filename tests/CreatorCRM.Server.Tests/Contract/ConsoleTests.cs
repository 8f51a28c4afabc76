using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Contract;

/// <summary>What the console is built of fits the schema.</summary>
public sealed class ConsoleTests(NpmContract npm, NpmConsole console, CrmServers servers, PostgresServer postgres)
    : IClassFixture<NpmContract>, IClassFixture<NpmConsole>, IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Its_examples_run_in_their_order(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        (await npm.Tell("examples.mjs", server))
            .ShouldBe(["Workspace", "CreateInfluencer", "MicroInfluencers", "Timeline", "FollowUps", "Campaigns", "Events"]);
    }

    [Fact]
    public async Task Its_documents_are_found_by_the_names_that_its_typed_client_has_for_them()
    {
        await using var server = await CrmServer.Start(StorageEngine.Sqlite, postgres, null,
            $"--GraphQL:PersistedDocuments={npm.File("src/console/src/graphql/persisted-documents.json")}", "--GraphQL:OnlyPersistedDocuments=true");
        (await npm.Tell("persisted.mjs", server))
            .ShouldBe(["Campaigns", "FollowUps", "MicroInfluencers", "Timeline", "Viewer", "Workspace", "PERSISTED_DOCUMENTS_ONLY"], ignoreOrder: true);
    }

    [Fact]
    public async Task Its_typed_client_is_made_of_the_present_schema() => (await npm.Tell("generate.mjs", "--check")).ShouldBeEmpty();

    [Fact]
    public async Task Its_code_fits_the_typed_client() => (await console.Execute("tsc", "--noEmit")).ShouldBeEmpty();
}

/// <summary>The console's own packages.</summary>
public sealed class NpmConsole() : NpmPackage("../../../src/console");
