using System.Reflection;

namespace CreatorCRM.Server.GraphQL;

/// <summary>What the slices contribute to the schema, found once at start among the types of the server.</summary>
public sealed class SchemaParts
{
    private readonly ILookup<Type, MethodInfo> _extensions;
    private readonly Type[] _types;

    internal SchemaParts(IEnumerable<Type> types)
    {
        _types = [.. types.Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal)];
        _extensions = _types
            .SelectMany(type => type.GetCustomAttributes<ExtendsAttribute>().Select(extends => (extends.Type, Methods: MethodsOf(type))))
            .SelectMany(extension => extension.Methods.Select(method => (extension.Type, method)))
            .ToLookup(extension => extension.Type, extension => extension.method);
        Loaders = [.. _types.Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            && type.IsAssignableTo(typeof(ILoader)))];
        NodeLoaders = Loaders.Where(loader => NodeOf(loader) is not null).ToDictionary(loader => GraphNames.Of(NodeOf(loader)!), StringComparer.Ordinal);
        Nodes = [.. NodeLoaders.Values.Select(loader => NodeOf(loader)!)];
    }

    internal IReadOnlyList<Type> Loaders { get; }

    /// <summary>The loader of each type that <c>node(id)</c> can fetch, by the type's name in the schema.</summary>
    internal IReadOnlyDictionary<string, Type> NodeLoaders { get; }

    internal IReadOnlyList<Type> Nodes { get; }

    internal bool Has(Type root) => _extensions.Contains(root);

    internal IEnumerable<MethodInfo> Extensions(Type type) => _extensions[type];

    internal IEnumerable<Type> Implementations(Type graphInterface) =>
        _types.Where(type => type is { IsClass: true, IsAbstract: false, IsVisible: true } && type.IsAssignableTo(graphInterface));

    internal static IEnumerable<Type> InterfacesOf(Type type) =>
        type.GetInterfaces().Where(candidate => candidate.IsDefined(typeof(GraphInterfaceAttribute))).OrderBy(GraphNames.Of, StringComparer.Ordinal);

    private static Type? NodeOf(Type? loader)
    {
        for (; loader is not null; loader = loader.BaseType)
            if (loader.IsGenericType && loader.GetGenericTypeDefinition() == typeof(NodeLoader<>)) return loader.GetGenericArguments()[0];
        return null;
    }

    private static MethodInfo[] MethodsOf(Type type) => type is { IsAbstract: true, IsSealed: true }
        ? type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        : throw new InvalidOperationException($"{type} contributes fields and must be a static class.");
}
