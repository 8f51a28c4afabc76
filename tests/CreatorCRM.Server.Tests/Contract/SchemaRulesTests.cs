namespace CreatorCRM.Server.Tests.Contract;

/// <summary>The rules of Relay and of the community, as @graphql-eslint has them; what is left on purpose says why in npm/contract/lint.mjs.</summary>
public sealed class SchemaRulesTests(NpmContract npm) : IClassFixture<NpmContract>
{
    [Fact]
    public async Task The_schema_keeps_the_rules() => (await npm.Tell("lint.mjs", npm.Schema)).ShouldBeEmpty();

    [Theory]
    [InlineData("type Query { breads: BreadConnection } type BreadConnection { nodes: [String] }", "relay-connection-types")]
    [InlineData("type Query { loaf: Loaf } type Loaf { id: ID! }", "Loaf has an id and is no Node.")]
    [InlineData("type Query { loaf: LoafEdge } type LoafEdge { node: Loaf! cursor: String! } type Loaf { name: String }",
        "LoafEdge lists Loaf, which is no Node.")]
    [InlineData("type Query { loaf(of: LoafInput): Int } input LoafInput { id: ID! }", "LoafInput.id does not say whose id it is")]
    public async Task A_schema_that_leaves_them_is_told_so(string schema, string complaint)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("schema").FullName, "schema.graphql");
        await File.WriteAllTextAsync(file, schema, TestContext.Current.CancellationToken);
        (await npm.Tell("lint.mjs", file)).ShouldContain(told => told.Contains(complaint, StringComparison.Ordinal));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
