using CreatorCRM.Common;
using CreatorCRM.Server.Tests.GraphQL.Bakery;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class MutationTests : IAsyncLifetime
{
    private const string Bake = "mutation ($input: BakeInput!) { bake(input: $input) { bread { kind price { amount } } userErrors { field message code } } }";

    private readonly GraphQLServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.KeepRequests();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_accepted_command_gives_the_entity_and_no_errors()
    {
        var data = await _server.Data(Bake, new { input = new { kind = "SOUR_DOUGH", price = new { amount = "4.95", currencyCode = "EUR" } } });
        data["bake"]!.ToJsonString().ShouldBe("""{"bread":{"kind":"SOUR_DOUGH","price":{"amount":"4.95"}},"userErrors":[]}""");
    }

    [Fact]
    public async Task A_refused_command_says_where_in_the_input_and_why()
    {
        var data = await _server.Data(Bake, new { input = new { kind = "RYE" } });
        data["bake"]!.ToJsonString().ShouldBe("""{"bread":null,"userErrors":[{"field":["slices","0","width"],"message":"No rye today.","code":"INVALID"}]}""");
    }

    [Fact]
    public async Task The_same_key_and_input_make_the_same_command_however_the_input_is_written()
    {
        await _server.Data(Bake, new { input = new { kind = "RYE", idempotencyKey = "k1", price = new { amount = "4.5", currencyCode = "EUR" } } });
        await _server.Data("""mutation { bake(input: { price: { currencyCode: "EUR", amount: 4.50 }, slices: 12, kind: RYE, idempotencyKey: "k1" }) { bread { key } } }""");
        await _server.Send("mutation { bake(input: { kind: RYE, price: { amount: 4.5, currencyCode: \"EUR\" } }) { bread { key } } }", null,
            ("Idempotency-Key", "k1"));

        Seen.Count.ShouldBe(3);
        Seen.Distinct().Count().ShouldBe(1);
        Seen[0].CommandId.ShouldBe(IdGenerator.Derive("default", "owner", "bake", "k1"));
        Seen[0].Actor.ShouldBe(new Actor("owner", "Owner"));
    }

    [Fact]
    public async Task Another_input_has_another_fingerprint_and_no_key_has_none()
    {
        await _server.Data(Bake, new { input = new { kind = "RYE", idempotencyKey = "k1" } });
        await _server.Data(Bake, new { input = new { kind = "SOUR_DOUGH", idempotencyKey = "k1" } });
        await _server.Data(Bake, new { input = new { kind = "RYE" } });

        Seen[0].CommandId.ShouldBe(Seen[1].CommandId);
        Seen[0].Fingerprint.ShouldNotBe(Seen[1].Fingerprint);
        Seen[2].ShouldBe(new CommandContext(new Actor("owner", "Owner")));
    }

    [Fact]
    public async Task One_header_serves_two_mutations_of_a_document_as_two_keys()
    {
        await _server.Send("mutation { a: bake(input: { kind: RYE }) { bread { key } } b: bake(input: { kind: RYE }) { bread { key } } }", null,
            ("Idempotency-Key", "k"));
        Seen[0].CommandId.ShouldNotBe(Seen[1].CommandId);
    }

    [Fact]
    public async Task An_empty_key_is_bad_input()
    {
        var error = await _server.Error(Bake, new { input = new { kind = "RYE", idempotencyKey = "" } });
        error["extensions"]!["inputPath"]!.ToJsonString().ShouldBe("""["input","idempotencyKey"]""");
        error["path"]!.ToJsonString().ShouldBe("""["bake"]""");
    }

    [Theory]
    [InlineData("", "absent absent absent absent absent absent")]
    [InlineData("name: null, age: null, tags: null, price: null, kind: null, address: null", "null null null null null null")]
    [InlineData("""name: "Mia", age: 3, tags: ["a", "b"], price: { amount: 1, currencyCode: "EUR" }, kind: RYE, address: { city: "Ulm" }""",
        "Mia 3 a+b 1.00 EUR Rye AddressInput { City = Ulm }")]
    public async Task A_patch_tells_left_out_from_null_from_given(string patch, string read) =>
        (await _server.Data($"mutation {{ patch(input: {{ {patch} }}) }}"))["patch"]!.GetValue<string>().ShouldBe(read);

    [Fact]
    public async Task A_patch_in_variables_tells_them_apart_as_well()
    {
        const string query = "mutation ($input: PatchInput!, $name: String) { a: patch(input: $input) b: patch(input: { name: $name }) }";
        var data = await _server.Data(query, new { input = new Dictionary<string, object?> { ["age"] = null, ["tags"] = new[] { "x" }, ["kind"] = "RYE" } });
        data["a"]!.GetValue<string>().ShouldBe("absent null x absent Rye absent");
        data["b"]!.GetValue<string>().ShouldBe("absent absent absent absent absent absent");
    }

    [Fact]
    public async Task One_of_several_components_is_given_at_a_time()
    {
        const string query = "mutation ($input: PayInput!) { pay(input: $input) }";
        var fee = new { fixedFee = new { amount = new { amount = "250", currencyCode = "EUR" } } };
        var data = await _server.Data(query, new { input = new { components = new object[] { fee, new { commission = new { percent = 10 } } } } });
        data["pay"]!.GetValue<string>().ShouldBe("250.00 EUR, 10 %");

        var both = new { fixedFee = fee.fixedFee, commission = new { percent = 10 } };
        var error = await _server.Error(query, new { input = new { components = new object[] { both } } });
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
        error = await _server.Error("mutation { pay(input: { components: [{ fixedFee: null }] }) }");
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
    }

    private List<CommandContext> Seen => _server.Get<Commands>().Seen;
}
