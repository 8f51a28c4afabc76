using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests;

public sealed class CrmServerTests(CrmServers servers) : IClassFixture<CrmServers>
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_program_answers_on_either_engine(StorageEngine engine)
    {
        var server = await servers.On(engine);
        (await server.Query("{ __typename }")).GetProperty("__typename").GetString().ShouldBe("Query");
    }
}
