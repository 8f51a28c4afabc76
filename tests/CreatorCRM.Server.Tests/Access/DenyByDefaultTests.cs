using System.Net;
using CreatorCRM.Access;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using Microsoft.AspNetCore.Builder;

namespace CreatorCRM.Server.Tests.Access;

public sealed class DenyByDefaultTests(ArchiveServer server) : IClassFixture<ArchiveServer>
{
    private static readonly Scope[] Reader = [Scope.RelationshipsRead];

    [Theory]
    [InlineData("{ letter { text } }", "FORBIDDEN Query.letter RELATIONSHIPS_READ; FORBIDDEN Letter.text RELATIONSHIPS_READ")]
    [InlineData("{ a: catalogue b: letter { shelf } }", "FORBIDDEN Query.letter RELATIONSHIPS_READ")]
    [InlineData("query Q($no: Boolean = false) { letter @include(if: $no) { shelf } }", "FORBIDDEN Query.letter RELATIONSHIPS_READ")]
    [InlineData("{ ...f } fragment f on Query { ...g } fragment g on Query { letter { shelf } }", "FORBIDDEN Query.letter RELATIONSHIPS_READ")]
    [InlineData("{ ... { ... on Query { letter { shelf } } } }", "FORBIDDEN Query.letter RELATIONSHIPS_READ")]
    [InlineData("mutation { knock write }", "FORBIDDEN Mutation.write RELATIONSHIPS_WRITE")]
    [InlineData("{ anything(secret: true) { ... on Letter { text } } }", "FORBIDDEN Letter.text RELATIONSHIPS_READ")]
    public async Task Nothing_of_a_document_runs_when_one_field_is_forbidden(string document, string outcome)
    {
        var opened = server.Opened;
        (await server.Outcome(document)).ShouldBe(outcome);
        // Once more, should the document have been remembered.
        (await server.Outcome(document)).ShouldBe(outcome);
        server.Opened.ShouldBe(opened);
    }

    [Fact]
    public async Task What_one_caller_may_ask_is_still_forbidden_to_the_next()
    {
        const string document = "{ letter { text sum } }";
        (await server.Outcome(document, [Scope.RelationshipsRead, Scope.Payouts])).ShouldBe("data");
        (await server.Outcome(document, Reader)).ShouldBe("FORBIDDEN Letter.sum PAYOUTS");
        (await server.Outcome(document)).ShouldContain("Query.letter");
    }

    [Fact]
    public async Task Only_the_operation_that_runs_counts()
    {
        const string document = "query Open { catalogue } query Closed { ...l } fragment l on Query { letter { text } }";
        (await server.Outcome(document, operation: "Open")).ShouldBe("data");
        (await server.Outcome(document, operation: "Closed")).ShouldContain("Query.letter");
    }

    [Fact]
    public async Task Whether_there_is_an_entity_is_nothing_for_those_who_may_not_read_its_type()
    {
        var (letter, poster) = (NodeId.Of<Letter>("1"), NodeId.Of<Poster>("1"));
        var opened = server.Opened;
        (await server.Outcome($$"""{ node(id: "{{letter}}") { __typename } }""")).ShouldBe("FORBIDDEN Letter.id RELATIONSHIPS_READ; data");
        (await server.Outcome($$"""{ nodes(ids: ["{{poster}}", "{{letter}}"]) { id } }""")).ShouldBe("FORBIDDEN Letter.id RELATIONSHIPS_READ; data");
        server.Opened.ShouldBe(opened);
        (await server.Outcome($$"""{ node(id: "{{poster}}") { id } }""")).ShouldBe("data");
        (await server.Outcome($$"""{ node(id: "{{letter}}") { id } }""", Reader)).ShouldBe("data");
    }

    [Fact]
    public async Task A_field_asked_for_through_an_interface_follows_the_type_that_answers()
    {
        (await server.Outcome("{ anything(secret: true) { id } }")).ShouldBe("FORBIDDEN Letter.id RELATIONSHIPS_READ; data");
        (await server.Outcome("{ anything(secret: false) { id } }")).ShouldBe("data");
        (await server.Outcome("{ anything(secret: true) { id } }", Reader)).ShouldBe("data");
    }

    [Fact]
    public async Task The_status_says_forbidden_where_it_can_be_trusted()
    {
        (await server.Ask("{ letter { text } }")).Status.ShouldBe(HttpStatusCode.OK);
        (await server.Ask("{ letter { text } }", accept: "application/graphql-response+json")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var (status, body) = await server.Ask("{ letter { text } }", accept: "text/event-stream");
        status.ShouldBe(HttpStatusCode.OK);
        body.ShouldContain("\"code\":\"FORBIDDEN\"");
    }

    [Fact]
    public async Task Everybody_may_read_the_schema() =>
        (await server.Outcome("{ __schema { types { name fields { name } } } __type(name: \"Letter\") { name } }")).ShouldBe("data");

    [Fact]
    public void A_schema_with_a_field_that_has_no_rule_does_not_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGraphQLHost(options =>
        {
            options.Types.Clear();
            options.Types.Add(typeof(HalfSaid));
        });
        using var app = builder.Build();
        Should.Throw<InvalidOperationException>(() => app.MapGraphQLHost("/graphql")).Message
            .ShouldBe("Say who may read or use these fields, with [Requires(Scope)] or [AnyCaller]: Query.forgotten, Unruled.key, Unruled.name.");
    }

    [QueryRoot]
    public static class HalfSaid
    {
        [AnyCaller]
        public static Unruled? Said() => null;

        public static string? Forgotten() => null;
    }

    public sealed record Unruled(string Key, string Name);
}
