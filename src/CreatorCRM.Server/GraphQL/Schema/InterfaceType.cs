using System.Reflection;
using CreatorCRM.Server.Access;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The interface type of a C# interface marked with <see cref="GraphInterfaceAttribute"/>.</summary>
internal sealed class InterfaceType<T>(SchemaContext schema) : AutoRegisteringInterfaceGraphType<T>
{
    private readonly SchemaContext _schema = schema;

    protected override void ConfigureGraph()
    {
        Name = GraphNames.Of(typeof(T));
        Description ??= _schema.Descriptions.Of(typeof(T));
        foreach (var implementation in _schema.Parts.Implementations(typeof(T))) Type(typeof(ObjectType<>).MakeGenericType(implementation));
        base.ConfigureGraph();
    }

    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is null) return null;
        FieldRules.Note(field, memberInfo, typeof(T));
        field.Description ??= _schema.Descriptions.Of(memberInfo);
        return field;
    }
}
