namespace CreatorCRM.Server.GraphQL;

/// <summary>The public static methods of this static class are fields of the given type; a parameter of that type receives the object they belong to.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ExtendsAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}

/// <summary>The public static methods of this static class are fields of <c>Query</c>.</summary>
public sealed class QueryRootAttribute() : ExtendsAttribute(typeof(Query));

/// <summary>The public static methods of this static class are fields of <c>Mutation</c>.</summary>
public sealed class MutationRootAttribute() : ExtendsAttribute(typeof(Mutation));

/// <summary>
/// The public static methods of this static class are fields of <c>Subscription</c>; each returns an IAsyncEnumerable as a <see cref="LiveStream{T}"/>.
/// </summary>
public sealed class SubscriptionRootAttribute() : ExtendsAttribute(typeof(Subscription));

/// <summary>This C# interface is an interface of the schema. Every public class of the API that implements it is one of its possible types.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class GraphInterfaceAttribute : Attribute;

/// <summary>Everything that can be read.</summary>
public sealed class Query;

/// <summary>Everything that can be changed. What the domain refuses comes back in the payload's userErrors and leaves everything as it was.</summary>
public sealed class Mutation;

/// <summary>What happens, as it happens.</summary>
public sealed class Subscription;
