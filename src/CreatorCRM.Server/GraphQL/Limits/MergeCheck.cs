using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Looks for two fields of one operation that cannot be merged. Names that the schema does not know are left to other rules.</summary>
internal sealed class MergeCheck(ValidationContext context, int maxLooks, int maxUnknown)
{
    // Execution copies what it has of a field each time the field is asked for again in the same place.
    private const int MaxRepeats = 100;

    private int _looks;
    private int _unknown;

    // More names that the schema does not know than errors are told: the other rules will say so.
    private bool IsHopeless => _unknown > maxUnknown;

    public ValidationError? Find(GraphQLOperationDefinition operation)
    {
        var fields = Merge([(operation.SelectionSet, context.Schema.RootOf(operation))]);
        return Shapes(fields) ?? (IsHopeless ? null : Fields(fields));
    }

    /// <summary>Whatever their parents are, fields of the same name must look the same in the answer.</summary>
    private ValidationError? Shapes(Dictionary<ROM, List<Selected>> fields)
    {
        foreach (var same in fields.Values)
        {
            if (IsHopeless) return null;
            var known = same.Find(field => field.Type is not null);
            foreach (var other in same)
                if (other.Type is not null && Differ(known.Type!, other.Type)) return Conflict(known, other, $"they return {known.Type} and {other.Type}");
            if (Shapes(Below(same)) is { } conflict) return conflict;
        }
        return null;
    }

    /// <summary>Fields of the same name whose parents can be one object must be the same field with the same arguments.</summary>
    private ValidationError? Fields(Dictionary<ROM, List<Selected>> fields)
    {
        foreach (var same in fields.Values)
        {
            foreach (var together in ByObject(same))
            {
                foreach (var other in together)
                {
                    if (ReferenceEquals(other.Field, together[0].Field)) continue;
                    if (other.Field.Name.Value != together[0].Field.Name.Value)
                        return Conflict(together[0], other, $"{together[0].Field.Name.Value} and {other.Field.Name.Value} are different fields");
                    if (!SameArguments(other.Field.Arguments, together[0].Field.Arguments)) return Conflict(together[0], other, "their arguments differ");
                }
                if (Fields(Below(together)) is { } conflict) return conflict;
            }
        }
        return null;
    }

    // An object has one type: fields of two object types never meet, those of interfaces and unions meet with all.
    private static IEnumerable<List<Selected>> ByObject(List<Selected> same)
    {
        var objects = same.Count == 1 ? [] : same.Select(field => field.Parent).OfType<IObjectGraphType>().Distinct().ToArray();
        return objects.Length <= 1 ? [same] : objects.Select(type => same.FindAll(field => field.Parent is not IObjectGraphType || field.Parent == type));
    }

    private Dictionary<ROM, List<Selected>> Below(List<Selected> fields) =>
        Merge(fields.Where(field => field.Field.SelectionSet is not null).Select(field => (field.Field.SelectionSet!, field.Type?.GetNamedType())));

    private Dictionary<ROM, List<Selected>> Merge(IEnumerable<(GraphQLSelectionSet Set, IGraphType? Parent)> sets)
    {
        var (fields, seen) = (new Dictionary<ROM, List<Selected>>(), new HashSet<ROM>());
        foreach (var (set, parent) in sets) Collect(set, parent, fields, seen);
        return fields;
    }

    private void Collect(GraphQLSelectionSet set, IGraphType? parent, Dictionary<ROM, List<Selected>> fields, HashSet<ROM> seen)
    {
        foreach (var selection in set.Selections)
        {
            if (++_looks > maxLooks)
                throw new CodedError(ErrorCodes.TooManyFields,
                    "The document has too many fields of the same name. Use different names, or ask in several requests.");
            switch (selection)
            {
                case GraphQLField field:
                    var name = field.Alias?.Name.Value ?? field.Name.Value;
                    if (!fields.TryGetValue(name, out var same)) fields[name] = same = [];
                    var known = (parent as IComplexGraphType)?.GetField(field.Name.Value);
                    if (known is null && parent is IComplexGraphType && !IsMeta(field.Name.Value) && ++_unknown > maxUnknown) return;
                    same.Add(new Selected(field, parent, known?.ResolvedType));
                    if (same.Count > MaxRepeats)
                        throw new CodedError(ErrorCodes.TooManyFields,
                            $"The document asks for '{name}' more than {MaxRepeats} times in one place. Once is enough.");
                    break;
                case GraphQLInlineFragment inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is { } condition ? Named(condition) : parent, fields, seen);
                    break;
                case GraphQLFragmentSpread spread when seen.Add(spread.FragmentName.Name.Value):
                    if (context.Document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment)
                        Collect(fragment.SelectionSet, Named(fragment.TypeCondition), fields, seen);
                    break;
            }
        }
    }

    private static bool IsMeta(ROM name) => name.Span.StartsWith("__");

    private IGraphType? Named(GraphQLTypeCondition condition) => context.Schema.AllTypes[condition.Type.Name.Value];

    private static bool Differ(IGraphType left, IGraphType right) => (left, right) switch
    {
        (NonNullGraphType one, NonNullGraphType other) => Differ(one.ResolvedType!, other.ResolvedType!),
        (ListGraphType one, ListGraphType other) => Differ(one.ResolvedType!, other.ResolvedType!),
        (NonNullGraphType or ListGraphType, _) or (_, NonNullGraphType or ListGraphType) => true,
        _ => (left.IsLeafType() || right.IsLeafType()) && !left.Equals(right),
    };

    // In any order, as the specification says. Names that come twice are another rule's business.
    private static bool SameArguments(GraphQLArguments? left, GraphQLArguments? right) =>
        (left?.Count ?? 0) == (right?.Count ?? 0)
        && (left is null || left.All(argument => right!.FirstOrDefault(other => other.Name.Value == argument.Name.Value) is { } other && Same(argument.Value, other.Value)));

    private static bool Same(GraphQLValue left, GraphQLValue right) => (left, right) switch
    {
        (GraphQLVariable one, GraphQLVariable other) => one.Name.Value == other.Name.Value,
        (GraphQLListValue one, GraphQLListValue other) => Same(one.Values, other.Values, Same),
        (GraphQLObjectValue one, GraphQLObjectValue other) =>
            Same(one.Fields, other.Fields, (member, its) => member.Name.Value == its.Name.Value && Same(member.Value, its.Value)),
        (IHasValueNode one, IHasValueNode other) => left.Kind == right.Kind && one.Value == other.Value,
        _ => left.Kind == right.Kind,
    };

    private static bool Same<T>(List<T>? left, List<T>? right, Func<T, T, bool> same) =>
        (left?.Count ?? 0) == (right?.Count ?? 0) && (left is null || left.Zip(right!).All(pair => same(pair.First, pair.Second)));

    private ValidationError Conflict(Selected one, Selected other, string reason) => new(
        context.Document.Source, "5.3.2", $"Two fields answer as '{one.Field.Alias?.Name.Value ?? one.Field.Name.Value}', but {reason}. Give one of them an alias.", one.Field, other.Field);

    /// <param name="Field">As the document has it.</param>
    /// <param name="Parent">Of which type it is a field; null when the schema does not know that.</param>
    /// <param name="Type">What it returns; null when the schema does not know it.</param>
    private readonly record struct Selected(GraphQLField Field, IGraphType? Parent, IGraphType? Type);
}
