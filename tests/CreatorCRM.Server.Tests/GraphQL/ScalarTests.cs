using System.Text.Json.Nodes;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class ScalarTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData("at", "DateTime", "\"2026-03-29T03:30:00+02:00\"", "\"2026-03-29T01:30:00Z\"")]
    [InlineData("at", "DateTime", "\"2026-03-29t01:30:00.1234567z\"", "\"2026-03-29T01:30:00.1234567Z\"")]
    [InlineData("day", "LocalDate", "\"2024-02-29\"", "\"2024-02-29\"")]
    [InlineData("number", "Decimal", "\"5.950\"", "\"5.950\"")]
    [InlineData("number", "Decimal", "5.95", "\"5.95\"")]
    [InlineData("number", "Decimal", "-3", "\"-3\"")]
    [InlineData("number", "Decimal", "0.1234567890123456789", "\"0.1234567890123456789\"")]
    [InlineData("currency", "CurrencyCode", "\"JPY\"", "\"JPY\"")]
    [InlineData("country", "CountryCode", "\"DE\"", "\"DE\"")]
    [InlineData("link", "URL", "\"https://example.com/p?q=1\"", "\"https://example.com/p?q=1\"")]
    [InlineData("mail", "EmailAddress", "\"mia@example.com\"", "\"mia@example.com\"")]
    [InlineData("views", "Long", "5000000000", "5000000000")]
    public async Task A_value_reads_the_same_as_a_literal_and_as_a_variable(string field, string type, string input, string output)
    {
        var literal = await server.Data($$"""{ echo(input: { {{field}}: {{input}} }) { {{field}} } }""");
        JsonNode.DeepEquals(literal["echo"]![field], JsonNode.Parse(output)).ShouldBeTrue(literal.ToJsonString());
        var variable = await server.Data($$"""query ($value: {{type}}) { echo(input: { {{field}}: $value }) { {{field}} } }""", new { value = JsonNode.Parse(input) });
        JsonNode.DeepEquals(variable["echo"]![field], JsonNode.Parse(output)).ShouldBeTrue(variable.ToJsonString());
    }

    [Theory]
    [InlineData("at", "\"2026-03-29T03:30:00\"", "offset")]
    [InlineData("at", "\"2026-02-30T00:00:00Z\"", "RFC 3339")]
    [InlineData("at", "\"2026-03-29T01:30:00.12345678Z\"", "at most 7 digits")]
    [InlineData("at", "1774747800", "string")]
    [InlineData("day", "\"2026-02-29\"", "2026-03-29")]
    [InlineData("number", "\"1e3\"", "decimal number")]
    [InlineData("number", "\"1,5\"", "decimal number")]
    [InlineData("number", "\"12345678901234567890123456789\"", "28 digits")]
    [InlineData("currency", "\"eur\"", "ISO 4217")]
    [InlineData("country", "\"UK\"", "ISO 3166-1")]
    [InlineData("link", "\"javascript:alert(1)\"", "http or https")]
    [InlineData("link", "\"/relative\"", "http or https")]
    [InlineData("mail", "\"Mia <mia@example.com>\"", "e-mail")]
    [InlineData("mail", "\"mia@localhost\"", "e-mail")]
    public async Task A_value_that_cannot_be_read_is_bad_input_with_the_reason(string field, string input, string reason)
    {
        var literal = await server.Error($$"""{ echo(input: { {{field}}: {{input}} }) { {{field}} } }""");
        literal["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
        if (input[0] == '"') literal["message"]!.GetValue<string>().ShouldContain(reason);

        var variable = await server.Error($$"""query ($input: EchoInput!) { echo(input: $input) { {{field}} } }""", new { input = JsonNode.Parse($$"""{ "{{field}}": {{input}} }""") });
        variable["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
        variable["extensions"]!["inputPath"]!.ToJsonString().ShouldBe($$"""["input","{{field}}"]""");
        variable["message"]!.GetValue<string>().ShouldContain(reason);
    }

    [Theory]
    [InlineData("\"250\"", "EUR", "250.00")]
    [InlineData("250.5", "EUR", "250.50")]
    [InlineData("\"1000\"", "JPY", "1000")]
    [InlineData("\"-0.005\"", "KWD", "-0.005")]
    [InlineData("\"10000000000000\"", "EUR", "10000000000000.00")]
    public async Task Money_prints_all_digits_of_its_currency(string amount, string currency, string printed)
    {
        var data = await server.Data($$"""{ echo(input: { money: { amount: {{amount}}, currencyCode: "{{currency}}" } }) { money { amount currencyCode } } }""");
        data["echo"]!["money"]!.ToJsonString().ShouldBe($$"""{"amount":"{{printed}}","currencyCode":"{{currency}}"}""");
    }

    [Fact]
    public async Task Money_with_too_many_digits_is_bad_input_wherever_it_stands()
    {
        var variable = await server.Error("query ($input: EchoInput!) { echo(input: $input) { at } }",
            new { input = new { prices = new[] { new { amount = "1", currencyCode = "EUR" }, new { amount = "0.001", currencyCode = "EUR" } } } });
        variable["message"]!.GetValue<string>().ShouldContain("0.001 has more than the 2 decimal digits that EUR knows");
        variable["extensions"]!["inputPath"]!.ToJsonString().ShouldStartWith("""["input","prices""");
        var literal = await server.Error("""{ echo(input: { money: { amount: "1.5", currencyCode: "JPY" } }) { at } }""");
        literal["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
        literal["message"]!.GetValue<string>().ShouldContain("JPY knows");
    }

    [Fact]
    public async Task Enums_are_read_in_screaming_snake_case() =>
        (await server.Data("query ($kinds: [BreadKind!]!) { kinds(kinds: $kinds) }", new { kinds = new[] { "SOUR_DOUGH", "RYE" } }))["kinds"]!.GetValue<string>().ShouldBe("SourDough Rye");
}
