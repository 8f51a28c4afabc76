using System.Reflection;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// A member of a patch: left out, given as null, or given. Declare it <c>Optional&lt;string&gt;</c>, or with a question mark <c>Optional&lt;int?&gt;</c> for a
/// value type, which could not be null otherwise; the schema shows a nullable field.
/// What null means (clear it, or refuse it) is for the domain to say.
/// </summary>
/// <param name="Value">Null when left out or given as null.</param>
public readonly record struct Optional<T>(bool IsGiven, T? Value)
{
    public static implicit operator Optional<T>(T? value) => new(true, value);

    /// <summary>The given value, or what there was before.</summary>
    public T? Or(T? current) => IsGiven ? Value : current;
}

internal static class Optional
{
    /// <summary>The T of a member declared as <see cref="Optional{T}"/>, else null.</summary>
    public static Type? ContentOf(MemberInfo member) => member is PropertyInfo property ? ContentOf(property.PropertyType) : null;

    public static Type? ContentOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>What GraphQL.NET would find for a nullable member of the content's type.</summary>
    public static TypeInformation? TypeInformationOf(MemberInfo member)
    {
        if (ContentOf(member) is not { } content) return null;
        if (content.IsValueType && Nullable.GetUnderlyingType(content) is null)
            throw new InvalidOperationException($"{member.DeclaringType}.{member.Name} could not be given as null: write Optional<{content.Name}?>.");
        var item = content.IsArray ? content.GetElementType() : ListItemOf(content);
        var type = item ?? content;
        var isNullable = item is null || Nullable.GetUnderlyingType(item) is not null;
        var information = new TypeInformation(member, true, Nullable.GetUnderlyingType(type) ?? type, isNullable, item is not null, true, null);
        information.ApplyAttributes();
        return information;
    }

    private static Type? ListItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var list
            && (list == typeof(IReadOnlyList<>) || list == typeof(IReadOnlyCollection<>) || list == typeof(List<>))
            ? type.GetGenericArguments()[0]
            : null;
}
