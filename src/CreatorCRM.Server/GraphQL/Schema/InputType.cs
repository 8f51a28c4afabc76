using System.Reflection;
using GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// The input object of a record. A constructor parameter's default value is the field's default. A member of type <see cref="Optional{T}"/> is nullable in the
/// schema and knows in C# whether the client gave it. <c>[OneOf]</c> on the record works as GraphQL.NET documents it. A record's constructor may throw a
/// FormatException when its members make no sense together; the client reads the message.
/// </summary>
internal sealed class InputType<T>(SchemaContext schema) : AutoRegisteringInputObjectGraphType<T>
{
    private readonly SchemaContext _schema = schema;
    private readonly RecordFactory _factory = new(typeof(T));

    protected override void ConfigureGraph()
    {
        Name = GraphNames.Of(typeof(T));
        Description ??= _schema.Descriptions.Of(typeof(T));
        base.ConfigureGraph();
    }

    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is null) return null;
        field.Description ??= _schema.Descriptions.Of(memberInfo);
        field.DefaultValue ??= DefaultOf(memberInfo);
        if (Optional.ContentOf(memberInfo) is { } content) field.Parser = value => value.GetPropertyValue(content, field.ResolvedType!)!;
        _factory.Add(GraphNames.FieldOf(field), (PropertyInfo)memberInfo);
        return field;
    }

    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo) =>
        Optional.TypeInformationOf(memberInfo) ?? base.GetTypeInformation(memberInfo);

    public override object ParseDictionary(IDictionary<string, object?> value)
    {
        try
        {
            return _factory.Create(value);
        }
        catch (FormatException problem)
        {
            // Thrown by the record itself: what its members are together makes no sense.
            throw new InputError(problem.Message);
        }
    }

    private static object? DefaultOf(MemberInfo member) =>
        typeof(T).GetConstructors() is [var constructor]
            && constructor.GetParameters().FirstOrDefault(parameter => parameter.Name == member.Name) is { HasDefaultValue: true } parameter
            && !parameter.ParameterType.IsGenericType
            ? parameter.DefaultValue
            : null;
}
