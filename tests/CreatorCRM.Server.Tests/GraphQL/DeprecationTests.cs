using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class DeprecationTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData("""{ __type(name: "Baker") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }""", "nickname", "Use `name`. Removed after 2027-06-30.")]
    [InlineData("""{ __type(name: "BakeInput") { inputFields(includeDeprecated: true) { name isDeprecated deprecationReason } } }""", "slices", "Breads come whole. Removed after 2027-06-30.")]
    [InlineData("""{ __type(name: "BreadKind") { enumValues(includeDeprecated: true) { name isDeprecated deprecationReason } } }""", "MIXED", "Use `RYE`. Removed after 2027-06-30.")]
    [InlineData("""{ __type(name: "Baker") { fields { args(includeDeprecated: true) { name isDeprecated deprecationReason } } } }""", "word", "Bakers greet as they like. Removed after 2027-12-31.")]
    public async Task Tools_are_told_what_to_use_instead_and_until_when(string question, string element, string reason)
    {
        var type = Text(await server.Data(question));
        type.ShouldContain($$"""{"name":"{{element}}","isDeprecated":true,"deprecationReason":"{{reason}}"}""");
        var current = Text(await server.Data(question.Replace("(includeDeprecated: true)", "", StringComparison.Ordinal)));
        current.ShouldNotContain($"\"{element}\"");
    }

    private static string Text(JsonNode data) => data.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    [Fact]
    public void A_day_that_is_none_is_refused() => Should.Throw<FormatException>(() => new DeprecatedAttribute("Use `x`.", "next year"));
}
