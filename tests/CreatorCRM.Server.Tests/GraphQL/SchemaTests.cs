namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class SchemaTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task The_schema_is_served_sorted_and_equal_to_the_reviewed_file()
    {
        var sdl = await server.Http.GetStringAsync(new Uri(server.Http.BaseAddress + "/schema.graphql"), TestContext.Current.CancellationToken);
        var reviewed = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "GraphQL", "bakery.graphql"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "GraphQL", "bakery.received.graphql"), sdl, TestContext.Current.CancellationToken);
        sdl.ShouldBe(reviewed, "If the change is meant, copy bakery.received.graphql from the test's output folder over GraphQL/bakery.graphql.");
    }
}
