using GraphQLParser.AST;

namespace CreatorCRM.Server.Tests.Access.Walk;

/// <summary>The least that a field's arguments must be given, and every id that they can be given.</summary>
internal sealed class Literals(SchemaMap schema)
{
    private static readonly Dictionary<string, string> ShortNames =
        new()
        {
            ["Token"] = "AccessToken",
            ["Delivery"] = "WebhookDelivery",
            ["Template"] = "MessageTemplate",
            ["Subject"] = "Influencer",
            ["Survivor"] = "Influencer",
            ["Merged"] = "Influencer",
            ["Merge"] = "InfluencerMerge"
        };

    /// <param name="within">The type that is asked for within the field; null when it does not matter.</param>
    public string Arguments(GraphQLFieldDefinition field, string? within, Func<string, string> ids)
    {
        var given = (field.Arguments?.Items ?? []).Where(IsGiven)
            .Select(argument => $"{argument.Name.StringValue}: {Value(argument.Type, argument.Name.StringValue, Meant(field, within), ids)}").ToList();
        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private static bool IsGiven(GraphQLInputValueDefinition value) =>
        (value.Type is GraphQLNonNullType && value.DefaultValue is null) || SchemaMap.NamedType(value.Type) == "ID";

    private string Value(GraphQLType type, string name, string meant, Func<string, string> ids) => type switch
    {
        GraphQLNonNullType some => Value(some.Type, name, meant, ids),
        GraphQLListType list => $"[{Value(list.Type, name, meant, ids)}]",
        GraphQLNamedType named => named.Name.StringValue switch
        {
            "ID" => $"\"{ids(TypeOf(name, meant))}\"",
            "String" => "\"x\"",
            "Int" or "Long" or "Float" => "1",
            "Boolean" => "true",
            "Decimal" => "\"1\"",
            "DateTime" => "\"2030-01-01T00:00:00Z\"",
            "LocalDate" => "\"2030-01-01\"",
            "CurrencyCode" => "\"EUR\"",
            "CountryCode" => "\"DE\"",
            "EmailAddress" => "\"x@example.com\"",
            "URL" => "\"https://example.com\"",
            // A file is no literal. The request leaves it out, which is found later than whether the caller may send one.
            "Upload" => "$file",
            var other when schema.Enums.TryGetValue(other, out var values) => values.Values!.Items[0].Name.StringValue,
            var other => Object(schema.Inputs[other], meant, ids),
        },
        _ => throw new InvalidOperationException($"{type} is unknown."),
    };

    private string Object(GraphQLInputObjectTypeDefinition input, string meant, Func<string, string> ids)
    {
        var isOneOf = input.Directives?.Items.Any(directive => directive.Name.StringValue == "oneOf") == true;
        var members = isOneOf ? input.Fields!.Items.Take(1) : input.Fields!.Items.Where(IsGiven);
        return $"{{ {string.Join(", ", members.Select(member => $"{member.Name.StringValue}: {Value(member.Type, member.Name.StringValue, meant, ids)}"))} }}";
    }

    /// <summary>The entity that a field is about: what is asked for within, what it returns, what its payload holds, or what its name ends in.</summary>
    private string Meant(GraphQLFieldDefinition field, string? within)
    {
        var returned = SchemaMap.NamedType(field.Type);
        if (returned == "Node") return within is null or "Node" ? "AccessToken" : within;
        if (IsNode(returned) || !schema.Types.TryGetValue(returned, out var type)) return returned;
        return type.Fields!.Items.Select(part => SchemaMap.NamedType(part.Type)).FirstOrDefault(IsNode)
            ?? schema.Implementations["Node"].FirstOrDefault(node => field.Name.StringValue.EndsWith(node, StringComparison.Ordinal)) ?? returned;
    }

    // memberId means a member whatever the field is about.
    private string TypeOf(string name, string meant)
    {
        if (name is "id" or "ids") return meant;
        var named = $"{char.ToUpperInvariant(name[0])}{name[1..^2]}";
        return IsNode(named)
            ? named
            : ShortNames.TryGetValue(named, out var whole)
            ? whole
            : throw new InvalidOperationException($"Whose id is {name}? Add it to {nameof(ShortNames)}.");
    }

    private bool IsNode(string type) => schema.Implementations["Node"].Contains(type);
}
