using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CreatorCRM.Server.Access;

/// <summary>
/// A field asked for through an interface: which type answers is known only when it runs, so the stricter rule of that type is enforced then.
/// </summary>
internal sealed class InterfaceGuard(IObjectGraphType type, FieldType field, IFieldResolver resolver) : IFieldResolver
{
    public static void Place(IObjectGraphType type)
    {
        foreach (var asked in type.ResolvedInterfaces.SelectMany(graphInterface => graphInterface.Fields))
        {
            if (type.Fields.Find(asked.Name) is { Resolver: { } resolver } field && resolver is not InterfaceGuard
                && FieldRules.Of(field) != FieldRules.Of(asked))
                field.Resolver = new InterfaceGuard(type, field, resolver);
        }
    }

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        context.RequestServices!.GetRequiredService<Caller>().Demand(type.Name, field);
        return resolver.ResolveAsync(context);
    }
}
