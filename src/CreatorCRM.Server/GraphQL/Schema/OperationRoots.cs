using GraphQL.Types;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

internal static class OperationRoots
{
    /// <summary>The type whose fields the operation asks for; null when the schema has none of its kind.</summary>
    public static IObjectGraphType? RootOf(this ISchema schema, GraphQLOperationDefinition operation) => operation.Operation switch
    {
        OperationType.Mutation => schema.Mutation,
        OperationType.Subscription => schema.Subscription,
        _ => schema.Query,
    };
}
