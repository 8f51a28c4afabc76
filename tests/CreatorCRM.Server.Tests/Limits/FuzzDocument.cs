using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>Writes an operation on the real schema: valid, or valid but for a slip here and there.</summary>
internal sealed class FuzzDocument
{
    private readonly ISchema _schema;
    private readonly Random _random;
    private readonly FuzzValues _values;
    private readonly int _slip;
    private readonly List<(string Name, string Type, string Json)> _variables = [];
    private readonly List<string> _fragments = [];
    private int _fields = 40;

    private FuzzDocument(ISchema schema, Random random, IReadOnlyDictionary<string, string> ids)
    {
        _schema = schema;
        _random = random;
        _values = new FuzzValues(random, ids);
        // How rarely something is wrong: never in a third of the documents.
        _slip = random.Next(3) switch { 0 => int.MaxValue, 1 => 60, _ => 12 };
    }

    /// <returns>The request's body as JSON.</returns>
    public static string Write(ISchema schema, Random random, IReadOnlyDictionary<string, string> ids) => new FuzzDocument(schema, random, ids).Request();

    private bool Slips => _slip != int.MaxValue && _random.Next(_slip) == 0;

    private string Request()
    {
        var (kind, root) = _random.Next(4) == 0 ? ("mutation", _schema.Mutation!) : ("query", _schema.Query);
        var selection = Selection(root, 0);
        var variables = _variables.Count == 0 ? "" : $"({string.Join(" ", _variables.Select(variable => $"${variable.Name}: {variable.Type}"))})";
        var document = new StringBuilder($"{kind} Q{variables} {selection}").AppendJoin('\n', _fragments).ToString();
        return $$"""{ "query": {{JsonSerializer.Serialize(document)}}, "variables": { {{string.Join(", ", _variables.Where(_ => !Slips).Select(variable => $"\"{variable.Name}\": {variable.Json}"))}} } }""";
    }

    private string Selection(IGraphType type, int depth)
    {
        if (type is IAbstractGraphType { PossibleTypes: var possible } && type is not IObjectGraphType)
        {
            var one = possible.ElementAt(_random.Next(possible.Count));
            return $"{{ __typename ... on {one.Name} {Selection(one, depth)} }}";
        }
        if (type is not IComplexGraphType complex) return "{ a }";
        // The same field twice, with other arguments, is a slip.
        var fields = complex.Fields.ToArray();
        if (!Slips) _random.Shuffle(fields);
        var count = _random.Next(1, depth == 0 ? 3 : 5);
        var parts = Enumerable.Range(0, count).Select(i => Field(fields[Slips ? 0 : i % fields.Length], type, depth)).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0 || Slips) parts.Add(Slips ? "notThere" : "__typename");
        return $"{{ {string.Join(' ', parts)} }}";
    }

    private string Field(FieldType field, IGraphType parent, int depth)
    {
        var named = field.ResolvedType!.GetNamedType();
        var isLeaf = named is ScalarGraphType or EnumerationGraphType;
        if (--_fields < 0 || (!isLeaf && depth > 7)) return "";
        var alias = _random.Next(12) == 0 ? $"a{(Slips ? 0 : _fields)}: " : "";
        var arguments = (field.Arguments ?? []).Where(argument => argument.ResolvedType is NonNullGraphType ? !Slips : _random.Next(4) == 0)
            .Select(argument => Argument(argument, named)).ToList();
        if (Slips) arguments.Add("notThere: 1");
        var text = $"{alias}{field.Name}{(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})")}{Directive()} {(isLeaf && !Slips ? "" : Selection(named, depth + 1))}";
        return _random.Next(15) switch
        {
            0 => $"... on {parent.Name}{Directive()} {{ {text} }}",
            1 => Fragment(parent, text),
            _ => text,
        };
    }

    private string Fragment(IGraphType parent, string text)
    {
        var name = $"F{_fragments.Count}";
        _fragments.Add($"fragment {name} on {(Slips ? "NotThere" : parent.Name)} {{ {text}{(Slips ? $" ...F{_random.Next(4)}" : "")} }}");
        return $"...{name}";
    }

    private string Argument(QueryArgument argument, IGraphType answer)
    {
        // Pages stay small, or most operations would be refused for their size.
        var value = argument.Name is "first" or "last" && _random.Next(10) > 0
            ? FuzzValue.Same($"{_random.Next(1, 4)}")
            : _values.Of(argument.ResolvedType!, argument.Name == "id" ? answer.Name : argument.Name);
        if (_random.Next(3) > 0) return $"{argument.Name}: {value.Literal}";
        var name = $"v{_variables.Count}";
        _variables.Add((name, Slips ? "String" : argument.ResolvedType!.ToString()!, value.Json));
        return $"{argument.Name}: ${name}";
    }

    private string Directive() => _random.Next(25) switch
    {
        0 => " @include(if: true)",
        1 => " @skip(if: false)",
        2 when Slips => " @notThere",
        _ => "",
    };
}
