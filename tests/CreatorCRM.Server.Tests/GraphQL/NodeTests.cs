using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Tests.GraphQL.Bakery;
using CsCheck;

namespace CreatorCRM.Server.Tests.GraphQL;

public sealed class NodeTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Named = "query ($id: ID!) { node(id: $id) { __typename id ... on Baker { name } ... on Bread { kind } } }";

    [Fact]
    public void An_id_reads_back_as_what_it_was_made_of() =>
        Gen.Select(Gen.String.AlphaNumeric.Where(text => text.Length > 0), Gen.String[Gen.Char['!', '~'], 1, 60])
            .Sample((type, key) => NodeId.Parse(new NodeId(type, key).ToString()).ShouldBe(new NodeId(type, key)));

    [Fact]
    public async Task Each_type_is_found_by_its_id()
    {
        var baker = await server.Data(Named, new { id = NodeId.Of<Baker>("7").ToString() });
        baker["node"]!.ToJsonString().ShouldBe($$"""{"__typename":"Baker","id":"{{NodeId.Of<Baker>("7")}}","name":"Baker 7"}""");
        var bread = await server.Data(Named, new { id = NodeId.Of<Bread>("rye").ToString() });
        bread["node"]!["kind"]!.GetValue<string>().ShouldBe("RYE");
    }

    [Fact]
    public async Task Nodes_come_in_the_order_of_the_ids_with_null_for_those_that_do_not_exist()
    {
        string[] ids = [NodeId.Of<Bread>("b").ToString(), NodeId.Of<Baker>("nobody").ToString(), NodeId.Of<Baker>("1").ToString()];
        var data = await server.Data("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids });
        data["nodes"]!.AsArray().Select(node => node?["id"]!.GetValue<string>()).ShouldBe([ids[0], null, ids[2]]);
    }

    [Fact]
    public async Task A_bad_id_among_good_ones_costs_its_own_entry_only()
    {
        string[] ids = [NodeId.Of<Bread>("b").ToString(), "garbage!", new NodeId("Ghost", "1").ToString(), NodeId.Of<Baker>("1").ToString()];
        var answer = await server.Send("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids });
        answer["data"]!["nodes"]!.AsArray().Select(node => node?["id"]!.GetValue<string>()).ShouldBe([ids[0], null, null, ids[3]]);
        var errors = answer["errors"]!.AsArray();
        errors.Select(error => error!["path"]!.ToJsonString()).ShouldBe(["""["nodes",1]""", """["nodes",2]"""]);
        errors.Select(error => error!["extensions"]!["code"]!.GetValue<string>()).ShouldAllBe(code => code == "BAD_USER_INPUT");
        errors.Select(error => error!["extensions"]!["inputPath"]?.ToJsonString()).ShouldBe(["""["ids","1"]""", """["ids","2"]"""]);
    }

    [Fact]
    public async Task More_than_a_hundred_ids_are_refused()
    {
        var ids = Enumerable.Range(1, 101).Select(n => NodeId.Of<Baker>($"{n}").ToString());
        var error = await server.Error("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids });
        error.ToJsonString().ShouldContain("at most 100 ids");
    }

    [Theory]
    [InlineData("garbage!", "is not an id")]
    [InlineData("", "is not an id")]
    [InlineData("QmFrZXI", "is not an id")]
    public async Task What_is_no_id_is_bad_input(string id, string reason)
    {
        var error = await server.Error(Named, new { id });
        error["message"]!.GetValue<string>().ShouldContain(reason);
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
    }

    [Fact]
    public async Task An_id_of_an_unknown_type_is_bad_input()
    {
        var error = await server.Error(Named, new { id = new NodeId("Ghost", "1").ToString() });
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
        error["path"]!.ToJsonString().ShouldBe("""["node"]""");
    }

    [Fact]
    public async Task An_id_of_another_type_is_bad_input_and_says_so()
    {
        var error = await server.Error("query ($id: ID!) { baker(id: $id) { name } }", new { id = NodeId.Of<Bread>("1").ToString() });
        error["message"]!.GetValue<string>().ShouldContain("is the id of Bread, but the id of Baker is needed");
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
    }

    [Fact]
    public async Task Ids_of_one_type_come_in_lists_as_well()
    {
        const string query = "query ($ids: [ID!]!) { keys(ids: $ids) }";
        var data = await server.Data(query, new { ids = new[] { NodeId.Of<Baker>("1").ToString(), NodeId.Of<Baker>("2").ToString() } });
        data["keys"]!.GetValue<string>().ShouldBe("1 2 ");
        var error = await server.Error(query, new { ids = new[] { NodeId.Of<Bread>("1").ToString() } });
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("BAD_USER_INPUT");
    }
}
