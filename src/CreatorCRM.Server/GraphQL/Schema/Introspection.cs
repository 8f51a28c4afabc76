using GraphQL.Resolvers;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>What today's tools ask for when they introspect and the engine's own introspection types do not know yet.</summary>
internal static class Introspection
{
    public static void Complete(IGraphType type)
    {
        switch (type)
        {
            case IObjectGraphType { Name: "__Directive" } directive when directive.Fields.Find("args") is { } args
                && args.Arguments?.Find("includeDeprecated") is null:
                // No argument of a directive is deprecated, so both answers are the same list.
                (args.Arguments ??= []).Add(new QueryArgument<BooleanGraphType> { Name = "includeDeprecated", DefaultValue = false });
                break;
            case IObjectGraphType { Name: "__Type" } described when described.Fields.Find("specifiedByURL") is null:
                described.AddField(new FieldType
                {
                    Name = "specifiedByURL",
                    Type = typeof(StringGraphType),
                    Resolver = new FuncFieldResolver<IGraphType, string>(context => Specification.UrlOf(context.Source)),
                });
                break;
        }
    }
}
