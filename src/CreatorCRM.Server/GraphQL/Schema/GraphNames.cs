using System.Reflection;
using CreatorCRM.Common;
using CreatorCRM.Storage.Queries;
using GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The name a C# type has in the schema: its <see cref="NameAttribute"/>, else its own name, whole, but for the I of interfaces.</summary>
internal static class GraphNames
{
    // Types of the domain know nothing of GraphQL and cannot carry the attribute.
    private static readonly Dictionary<Type, string> Given = new() { [typeof(RefusalCode)] = "UserErrorCode" };

    public static string Of(Type type)
    {
        if (Given.TryGetValue(type, out var given)) return given;
        if (type.GetCustomAttribute<NameAttribute>() is { } attribute) return attribute.Name;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EnumFilter<>)) return $"{Of(type.GetGenericArguments()[0])}Filter";
        if (type.IsGenericType) throw new InvalidOperationException($"{type} is generic and needs a graph type of its own or [Name].");
        return type.IsInterface ? type.Name[1..] : type.Name;
    }

    public static string FieldOf(FieldType field) => char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
}
