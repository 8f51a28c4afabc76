using CreatorCRM.Server.GraphQL;
using CsCheck;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>Our rule is faster than the engine's, and finds the same and what that misses below lists.</summary>
public sealed class FieldsCanMergeTests
{
    // Two objects with fields of one name that differ in every way, and what both can stand behind.
    private static readonly Schema Kennel = Initialised(Schema.For("""
        interface Being { name: String age(in: String, at: Int): Int mate: Being }
        type Dog implements Being { name: String age(in: String, at: Int): Int mate: Being tag: Int! toy: [String] home: Home rival: Cat }
        type Cat implements Being { name: String age(in: String, at: Int): Int mate: Being tag: Int toy: String home: [Home!] rival: Dog }
        type Home { name: String! tag: String dog: Dog }
        union Thing = Dog | Cat | Home
        type Query { dog: Dog cat: Cat being: Being thing: Thing home: Home }
        """, builder =>
        {
            // Nothing is executed, but the schema wants to know.
            foreach (var type in new[] { "Dog", "Cat", "Home" }) builder.Types.For(type).IsTypeOfFunc = _ => true;
        }));

    private static readonly Dictionary<string, string[]> Fields = new Dictionary<string, string[]>
    {
        ["Query"] = ["dog", "cat", "being", "thing", "home"],
        ["Being"] = ["name", "age", "mate", "__typename"],
        ["Dog"] = ["name", "age", "mate", "tag", "toy", "home", "rival"],
        ["Cat"] = ["name", "age", "mate", "tag", "toy", "home", "rival"],
        ["Home"] = ["name", "tag", "dog"],
        ["Thing"] = ["__typename"],
    };

    private static readonly string[] Beings = ["Being", "Dog", "Cat", "Thing"];

    private static readonly Gen<string> Document =
        from first in Fragment("F0", "Being", 1)
        from second in Fragment("F1", "Dog", 1)
        from set in Set("Query", 3)
        from use in Gen.OneOf("being { ...F0 ...F1 }", "being { ...F0 } dog { ...F1 }", "thing { ...F0 } cat { ...F0 } dog { ...F1 }")
        select $"{{ ...Used {set} }} fragment Used on Query {{ {use} }} {first} {second}";

    [Fact]
    public async Task It_comes_to_the_same_verdict_as_the_rule_of_the_engine()
    {
        var verdicts = new int[2];
        await Document.SampleAsync(
            async text =>
            {
                var document = GraphQLParser.Parser.Parse(text);
                var expected = await Holds(OverlappingFieldsCanBeMerged.Instance, document);
                Interlocked.Increment(ref verdicts[expected ? 1 : 0]);
                return await Holds(new FieldsCanMerge(new GraphQLHostOptions()), document) == expected;
            },
            iter: 2_000);
        verdicts.ShouldAllBe(count => count > 200, "It would prove little if nearly all were fine, or none.");
    }

    [Theory]
    [InlineData("{ cat { home { dog { toy } dog { ... on Cat { toy } } } } }")]
    [InlineData("{ cat { home { dog { age } dog { age(at: 1) } } } }")]
    [InlineData("{ cat { home { x: name } } cat { home { x: tag } } }")]
    public async Task Below_a_list_fields_must_merge_too(string text) =>
        (await Holds(new FieldsCanMerge(new GraphQLHostOptions()), GraphQLParser.Parser.Parse(text))).ShouldBeFalse();

    private static Gen<string> Set(string type, int depth) =>
        Gen.OneOf(Field(type, depth), Field(type, depth), Inline(type, depth)).Array[1, 2].Select(parts => string.Join(' ', parts));

    private static Gen<string> Field(string type, int depth) =>
        from name in Gen.OneOf(Fields[type])
        from alias in Gen.OneOf("", "", "", "", "", "", "", "x: ")
        from arguments in name == "age" ? Gen.OneOf("", "", "", "(at: 1)", "(at: 1, in: \"y\")", "(in: \"y\", at: 1)") : Gen.Const("")
            // The engine's rule finds nothing below a list: the specification knows no such exception.
        from below in Below(TypeOf(type, name), (type, name) == ("Cat", "home") ? 0 : depth)
        select $"{alias}{name}{arguments}{below}";

    private static Gen<string> Below(string? type, int depth) =>
        type is null ? Gen.Const("") : depth == 0 ? Gen.Const(" { __typename }") : Set(type, depth - 1).Select(set => $" {{ {set} }}");

    private static Gen<string> Inline(string type, int depth) =>
        from condition in Gen.OneOf(type is "Query" or "Home" ? [type] : Beings)
        from set in Set(condition, Math.Max(0, depth - 1))
        select $"... on {condition} {{ {set} }}";

    private static Gen<string> Fragment(string name, string type, int depth) => Set(type, depth).Select(set => $"fragment {name} on {type} {{ {set} }}");

    private static string? TypeOf(string type, string field) =>
        (Kennel.AllTypes[type] as IComplexGraphType)?.GetField(field)?.ResolvedType?.GetNamedType() is { } named and not ScalarGraphType ? named.Name : null;

    private static async Task<bool> Holds(IValidationRule rule, GraphQLDocument document)
    {
        try
        {
            var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();
            return (await new DocumentValidator().ValidateAsync(new ValidationOptions
            {
                Schema = Kennel,
                Document = document,
                Operation = operation,
                Rules = [rule]
            })).IsValid;
        }
        catch (ValidationError)
        {
            return false;
        }
    }

    private static Schema Initialised(Schema schema)
    {
        schema.Initialize();
        return schema;
    }
}
