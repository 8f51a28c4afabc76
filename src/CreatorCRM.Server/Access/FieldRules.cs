using System.Reflection;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Server.GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.Access;

/// <summary>
/// The rule of every field of the schema. It is what stands on the method or property, else on the class that declares it, and there is no schema while one is
/// missing. A few types follow others: connections and edges their node, payloads their mutation.
/// </summary>
internal static class FieldRules
{
    private const string Key = "access rule";

    // Types of the domain know nothing of the API and cannot carry the attribute.
    private static readonly Dictionary<Type, FieldRule> OfDomainTypes = new()
    {
        [typeof(Actor)] = new FieldRule(Scope: null),
        [typeof(ContactPoint)] = new FieldRule(Scope.RelationshipsRead),
        [typeof(DoNotContact)] = new FieldRule(Scope.RelationshipsRead),
        [typeof(EngagementRate)] = new FieldRule(Scope.RelationshipsRead),
    };

    public static FieldRule Of(IFieldType field) => Find(field) ?? throw new InvalidOperationException($"{field.Name} has no access rule.");

    /// <summary>Remembers what the member or the slice that added it says of itself. What it leaves open its type decides.</summary>
    public static void Note(FieldType field, MemberInfo member, Type type)
    {
        var said = FieldRule.Of(member) ?? (member.DeclaringType is { IsAbstract: true, IsSealed: true } slice && slice != type ? FieldRule.Of(slice) : null);
        if (said is not null) field.Metadata[Key] = said;
    }

    /// <summary>Gives each field that has no rule of its own the one of its type.</summary>
    /// <exception cref="InvalidOperationException">Fields are left without a rule; the message names them all.</exception>
    public static void Complete(ISchema schema)
    {
        var types = schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).OfType<IComplexGraphType>()
            .Where(type => type is not IInputObjectGraphType).ToList();
        foreach (var type in types)
        {
            if (OfType(ModelOf(type)) is not { } rule) continue;
            foreach (var field in type.Fields) field.Metadata.TryAdd(Key, rule);
        }
        var open = types.SelectMany(type => type.Fields.Where(field => Find(field) is null).Select(field => $"{type.Name}.{field.Name}"))
            .Order(StringComparer.Ordinal).ToList();
        if (open.Count > 0)
            throw new InvalidOperationException($"Say who may read or use these fields, with [Requires(Scope)] or [AnyCaller]: {string.Join(", ", open)}.");
        foreach (var type in types.OfType<IObjectGraphType>()) InterfaceGuard.Place(type);
    }

    private static FieldRule? Find(IFieldType field) => field.Metadata.TryGetValue(Key, out var rule) ? (FieldRule?)rule : null;

    private static FieldRule? OfType(Type model) =>
        FieldRule.Of(model) ?? OfDomainTypes.GetValueOrDefault(model) ?? (model.IsSubclassOf(typeof(Payload)) ? new FieldRule(Scope: null) : null);

    // The C# type whose rule it is.
    private static Type ModelOf(IGraphType type)
    {
        var own = type.GetType();
        return own.IsGenericType ? own.GetGenericArguments()[0] : own;
    }
}
