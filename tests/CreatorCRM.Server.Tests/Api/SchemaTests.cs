using System.Runtime.CompilerServices;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Storage;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Server.Tests.Api;

/// <summary>The schema is a promise to clients: a change of it is seen in review, in schema.graphql.</summary>
public sealed class SchemaTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string Accept = "CREATORCRM_ACCEPT_SCHEMA";

    [Fact]
    public async Task The_schema_is_the_reviewed_one()
    {
        var sdl = await Sdl();
        if (Environment.GetEnvironmentVariable(Accept) == "1") await File.WriteAllTextAsync(Reviewed(), sdl, TestContext.Current.CancellationToken);
        var received = Path.Combine(AppContext.BaseDirectory, "schema.received.graphql");
        await File.WriteAllTextAsync(received, sdl, TestContext.Current.CancellationToken);
        var reviewed = await File.ReadAllTextAsync(Reviewed(), TestContext.Current.CancellationToken);
        (sdl == reviewed).ShouldBeTrue($"The schema changed. Compare {received} with {Reviewed()}; if the change is meant, run this test again with {Accept}=1 and commit the file.");
    }

    [Fact]
    public async Task Everything_in_the_schema_is_described() =>
        Definitions(Parser.Parse(await Sdl())).Where(part => part.Description is null).Select(part => part.Name).ShouldBeEmpty();

    /// <summary>A start compiles none of them, so it is here that one that cannot be compiled is found before a client finds it.</summary>
    [Fact]
    public async Task Every_field_has_a_resolver_that_can_be_compiled()
    {
        var server = await servers.On(StorageEngine.Sqlite);
        var types = server.Services.GetRequiredService<ISchema>().AllTypes.OfType<IObjectGraphType>();
        var resolvers = types.SelectMany(type => type.Fields).Select(field => field.Resolver).OfType<LazyResolver>().ToList();
        resolvers.Count.ShouldBeGreaterThan(1000);
        foreach (var resolver in resolvers) resolver.Compile().ShouldNotBeNull();
    }

    private static IEnumerable<(string Name, GraphQLDescription? Description)> Definitions(GraphQLDocument schema) =>
        schema.Definitions.SelectMany(definition => definition switch
    {
        GraphQLObjectTypeDefinition type => [Part(type, ""), .. Fields(type, type.Fields)],
        GraphQLInterfaceTypeDefinition type => [Part(type, ""), .. Fields(type, type.Fields)],
        GraphQLInputObjectTypeDefinition type =>
            [Part(type, ""), .. (type.Fields ?? Enumerable.Empty<GraphQLInputValueDefinition>()).Select(field => Part(field, $"{type.Name}."))],
        GraphQLEnumTypeDefinition type =>
            [Part(type, ""), .. (type.Values ?? Enumerable.Empty<GraphQLEnumValueDefinition>()).Select(value => Part(value, $"{type.Name}."))],
        GraphQLTypeDefinition type => [Part(type, "")],
        _ => Array.Empty<(string, GraphQLDescription?)>(),
    });

    private static IEnumerable<(string, GraphQLDescription?)> Fields(GraphQLTypeDefinition type, IEnumerable<GraphQLFieldDefinition>? fields) =>
        (fields ?? []).SelectMany(field => (field.Arguments ?? Enumerable.Empty<GraphQLInputValueDefinition>())
            .Select(argument => Part(argument, $"{type.Name}.{field.Name}.")).Prepend(Part(field, $"{type.Name}.")));

    private static (string, GraphQLDescription?) Part<TPart>(TPart part, string owner)
        where TPart : INamedNode, IHasDescriptionNode => ($"{owner}{part.Name.StringValue}", part.Description);

    private async Task<string> Sdl()
    {
        var server = await servers.On(StorageEngine.Sqlite);
        return await server.Http.GetStringAsync(new Uri($"{server.Http.BaseAddress}/schema.graphql"), TestContext.Current.CancellationToken);
    }

    // In the source, where it is reviewed, and not in the output.
    private static string Reviewed([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "schema.graphql");
}
