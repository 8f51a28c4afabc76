using System.Reflection;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Makes an input record of the fields that were given. The engine has coerced each field to its member's type before. GraphQL.NET's own compiled
/// factory is not used: it knows no <see cref="Optional{T}"/>.
/// </summary>
internal sealed class RecordFactory(Type type)
{
    private readonly ConstructorInfo _constructor =
        type.GetConstructors() is [var only] ? only : throw new InvalidOperationException($"{type} must have one public constructor.");

    private readonly Dictionary<string, PropertyInfo> _members = new(StringComparer.Ordinal);

    public void Add(string field, PropertyInfo member) => _members.Add(field, member);

    public object Create(IDictionary<string, object?> fields)
    {
        var values = fields.Where(field => _members.ContainsKey(field.Key))
            .ToDictionary(field => _members[field.Key].Name, field => Value(_members[field.Key], field.Value));
        var arguments = _constructor.GetParameters()
            .Select(parameter => values.Remove(parameter.Name!, out var value) ? value : Default(parameter.ParameterType));
        var record = _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. arguments], null);
        foreach (var (name, value) in values) type.GetProperty(name)!.SetValue(record, value, BindingFlags.DoNotWrapExceptions, null, null, null);
        return record;
    }

    private static object? Value(PropertyInfo member, object? value) => Optional.ContentOf(member) is null
        ? value ?? Default(member.PropertyType)
        : Activator.CreateInstance(member.PropertyType, true, value);

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
