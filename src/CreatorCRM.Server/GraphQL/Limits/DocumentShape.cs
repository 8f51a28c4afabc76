using GraphQLParser;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>What a selection set amounts to once its fragments are followed, where each spread counts as a copy.</summary>
/// <param name="Depth">Of the fields within each other, introspection left out.</param>
/// <param name="Lists">How many of these fields, within each other, are called like the lists of introspection.</param>
/// <param name="IntrospectionDepth">Of the fields from <c>__schema</c> or <c>__type</c> on.</param>
/// <param name="IntrospectionLists">How many lists stand within each other there: two give the whole schema, each more multiplies it.</param>
/// <param name="Schemas">How often <c>__schema</c> is asked for.</param>
/// <param name="Selections">Fields and spreads.</param>
internal readonly record struct DocumentShape(
    int Depth = 0, int Lists = 0, int IntrospectionDepth = 0, int IntrospectionLists = 0, long Schemas = 0, long Selections = 0, long Aliases = 0,
    long Directives = 0)
{
    // Far beyond every limit, and still far from an overflow when it is added to itself.
    private const long Countless = 1_000_000_000_000;

    public static DocumentShape Of(GraphQLField field) => new(Selections: 1, Aliases: field.Alias is null ? 0 : 1, Directives: field.Directives?.Count ?? 0);

    /// <summary>The two beside each other.</summary>
    public DocumentShape With(in DocumentShape other) => new(
        Math.Max(Depth, other.Depth),
        Math.Max(Lists, other.Lists),
        Math.Max(IntrospectionDepth, other.IntrospectionDepth),
        Math.Max(IntrospectionLists, other.IntrospectionLists),
        Math.Min(Schemas + other.Schemas, Countless),
        Math.Min(Selections + other.Selections, Countless),
        Math.Min(Aliases + other.Aliases, Countless),
        Math.Min(Directives + other.Directives, Countless));

    /// <summary>The field with this as its selection set.</summary>
    public DocumentShape Under(GraphQLField field)
    {
        var counted = With(Of(field));
        var name = field.Name.Value;
        // What stands below an entrance to introspection was counted like any field; only now it shows what it is.
        return name == "__schema" || name == "__type"
            ? counted with
            {
                Depth = 0,
                Lists = 0,
                IntrospectionDepth = Depth + 1,
                IntrospectionLists = Lists,
                Schemas = counted.Schemas + (name == "__schema" ? 1 : 0)
            }
            : counted with { Depth = Depth + 1, Lists = Lists + (IsIntrospectionList(name) ? 1 : 0) };
    }

    private static bool IsIntrospectionList(ROM name) =>
        name == "types" || name == "fields" || name == "inputFields" || name == "interfaces" || name == "possibleTypes";
}
