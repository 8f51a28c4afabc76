using System.Linq.Expressions;
using System.Reflection;
using CreatorCRM.Server.Access;
using GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// The object type of a record or class: its public instance members and the methods that slices add to it with <see cref="ExtendsAttribute"/>.
/// Nullability follows the C# annotations, except at the roots: a root field is nullable, or one failure would null the whole answer.
/// </summary>
internal sealed class ObjectType<T>(SchemaContext schema) : LazyObjectType<T>
{
    // An initializer, because it runs before the base constructor, which calls the overrides below.
    private readonly SchemaContext _schema = schema;

    // Factories such as Influencer.From(row) are no fields.
    private static bool IsStatic(MemberInfo member) => member is MethodInfo { IsStatic: true } or PropertyInfo { GetMethod.IsStatic: true };

    private static bool IsRoot => typeof(T) == typeof(Query) || typeof(T) == typeof(Mutation);

    protected override void ConfigureGraph()
    {
        Name = GraphNames.Of(typeof(T));
        Description ??= _schema.Descriptions.Of(typeof(T));
        foreach (var graphInterface in SchemaParts.InterfacesOf(typeof(T))) Interfaces.Add(typeof(InterfaceType<>).MakeGenericType(graphInterface));
        base.ConfigureGraph();
    }

    protected override IEnumerable<MemberInfo> GetRegisteredMembers() =>
        base.GetRegisteredMembers().Where(member => !IsStatic(member)).Concat(_schema.Parts.Extensions(typeof(T)));

    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = base.CreateField(memberInfo);
        if (field is null) return null;
        if (Fields.Any(other => GraphNames.FieldOf(other) == GraphNames.FieldOf(field)))
            throw new InvalidOperationException($"{Name}.{GraphNames.FieldOf(field)} is declared twice, the second time in {memberInfo.DeclaringType}.");
        if (field.StreamResolver is not null && memberInfo is MethodInfo { ReturnType: var returned }
            && returned.GetGenericTypeDefinition() != typeof(IObservable<>))
            throw new InvalidOperationException($"{Name}.{GraphNames.FieldOf(field)} would be pushed at its clients: return IObservable<T>, by {nameof(LiveStreams.ToLive)}().");
        FieldRules.Note(field, memberInfo, typeof(T));
        field.Description ??= _schema.Descriptions.Of(memberInfo);
        if (FieldParameters.TakesPage(memberInfo)) field.Arguments = [.. field.Arguments ?? [], .. Paging.Arguments()];
        if (IsRoot && field.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(NonNullGraphType<>))
            field.Type = type.GetGenericArguments()[0];
        return field;
    }

    // A static method of another class has no instance, but the engine wants an expression of that class.
    protected override LambdaExpression BuildMemberInstanceExpression(MemberInfo memberInfo) => memberInfo.DeclaringType is { IsAbstract: true, IsSealed: true } extension
        ? Expression.Lambda(Expression.Constant(null, extension), Expression.Parameter(typeof(IResolveFieldContext), "context"))
        : base.BuildMemberInstanceExpression(memberInfo);

    protected override ArgumentInformation Describe(FieldType field, ParameterInfo parameter)
    {
        var description = base.Describe(field, parameter);
        _schema.Parameters.Bind(description, typeof(T));
        return description;
    }

    protected override QueryArgument? ArgumentOf(FieldType field, ParameterInfo parameter)
    {
        var argument = base.ArgumentOf(field, parameter);
        if (argument is not null) argument.Description ??= _schema.Descriptions.Of(parameter);
        return argument;
    }
}
