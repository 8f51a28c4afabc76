using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// An object type that describes its fields at the start and has GraphQL.NET compile the resolver of each when it is first asked for: the schema has more than
/// a thousand fields and a request a handful, and the compiler's work for all of them was a sixth of the start.
/// </summary>
internal abstract class LazyObjectType<T> : AutoRegisteringObjectGraphType<T>
{
    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = new FieldType
        {
            Name = memberInfo.Name,
            DeprecationReason = memberInfo.ObsoleteMessage(),
            Type = GetTypeInformation(memberInfo).ConstructGraphType(),
            Resolver = new LazyResolver(() => Build(memberInfo).Resolver!),
        };
        if (memberInfo is MethodInfo method)
        {
            field.Arguments = [.. method.GetParameters().Select(parameter => ArgumentOf(field, parameter)).OfType<QueryArgument>()];
            // The engine must know at the start which fields are streams. There are only a few.
            if (IsStream(method.ReturnType) && Build(method) is var stream) (field.Resolver, field.StreamResolver) = (stream.Resolver, stream.StreamResolver);
        }
        var isIgnored = false;
        foreach (var attribute in memberInfo.GetGraphQLAttributes())
        {
            attribute.Modify(field, isInputType: false);
            attribute.Modify(field, isInputType: false, this, memberInfo, ref isIgnored);
        }
        return isIgnored ? null : field;
    }

    /// <summary>What the parameter of a field's method is: an argument of the field, unless an expression says where else its value comes from.</summary>
    protected virtual ArgumentInformation Describe(FieldType field, ParameterInfo parameter)
    {
        var description = new ArgumentInformation(parameter, typeof(T), field, GetTypeInformation(parameter));
        description.ApplyAttributes();
        return description;
    }

    /// <summary>Null when the parameter is no argument.</summary>
    protected virtual QueryArgument? ArgumentOf(FieldType field, ParameterInfo parameter)
    {
        var argument = Describe(field, parameter).ConstructQueryArgument().QueryArgument;
        if (argument is not null) ApplyArgumentAttributes(parameter, argument);
        return argument;
    }

    protected sealed override ArgumentInformation GetArgumentInformation<TParameterType>(FieldType fieldType, ParameterInfo parameterInfo) =>
        Describe(fieldType, parameterInfo);

    private FieldType Build(MemberInfo member)
    {
        var field = new FieldType { Name = member.Name };
        BuildFieldType(field, member);
        return field;
    }

    private static bool IsStream(Type type)
    {
        if (!type.IsGenericType) return false;
        var generic = type.GetGenericTypeDefinition();
        return generic == typeof(IObservable<>) || generic == typeof(IAsyncEnumerable<>)
            || ((generic == typeof(Task<>) || generic == typeof(ValueTask<>)) && IsStream(type.GetGenericArguments()[0]));
    }
}
