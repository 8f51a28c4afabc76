using System.Text.Json;
using CreatorCRM.Server.GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>A value in both of its spellings.</summary>
internal readonly record struct FuzzValue(string Literal, string Json)
{
    public static FuzzValue Same(string text) => new(text, text);

    public static FuzzValue Text(string text) => Same(JsonSerializer.Serialize(text));
}

/// <summary>Values for inputs of the real schema: mostly of the right type, now and then of none.</summary>
/// <param name="random">Where all chance comes from.</param>
/// <param name="ids">One of each type that there is something of.</param>
internal sealed class FuzzValues(Random random, IReadOnlyDictionary<string, string> ids)
{
    private static readonly string[] Texts =
    [
        "", " ", "Mia", "gluten-free", "a\u0000b", "👨‍👩‍👧‍👦", "\u202eabc", "'; DROP TABLE x; --", "%_\\", "<b>", "${7*7}", new('x', 300), "null", "start",
        "first", "QmFzZTY0", "\t\n", "ß", "İ", "\uFEFF", "e\u0301", "../..", "-1", "NEAR(a b)", "\"",
    ];

    private static readonly string[] Numbers = ["0", "1", "-1", "2", "5", "20", "100", "101", "2147483647", "2147483648", "-2147483649", "9223372036854775808",
        "1.5", "1e2", "1e400", "-0", "0.1", "99999999999999999999999999999"];

    private static readonly Dictionary<string, string[]> Scalars = new(StringComparer.Ordinal)
    {
        ["DateTime"] = ["2026-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-02-30T00:00:00Z", "2026-01-01",
            "2026-06-01T12:00:00+14:00"],
        ["LocalDate"] = ["2026-01-01", "0001-01-01", "9999-12-31", "2026-02-30", "26-1-1"],
        ["Decimal"] = ["0", "1.50", "-1", "79228162514264337593543950335", "0.0000000000000000000000000001", "NaN", "1e5"],
        ["CurrencyCode"] = ["EUR", "JPY", "eur", "XXX", "DEM"],
        ["CountryCode"] = ["DE", "us", "XX", ""],
        ["EmailAddress"] = ["mia@example.com", "mia", "@", "a@b"],
        ["URL"] = ["https://example.com/a", "javascript:alert(1)", "//x", "https://example.com/\u0000"],
    };

    /// <param name="type">Of which type.</param>
    /// <param name="name">Of which argument or member: it tells whose id is meant.</param>
    /// <param name="depth">How deep it stands in other values.</param>
    public FuzzValue Of(IGraphType type, string name, int depth = 0)
    {
        if (random.Next(40) == 0) return Odd();
        return type switch
        {
            NonNullGraphType nonNull => Of(nonNull.ResolvedType!, name, depth),
            _ when random.Next(15) == 0 => FuzzValue.Same("null"),
            ListGraphType list => List([.. Enumerable.Range(0, random.Next(4)).Select(_ => Of(list.ResolvedType!, name, depth + 1))]),
            EnumerationGraphType values => Enum(values.Values.ElementAt(random.Next(values.Values.Count)).Name),
            IInputObjectGraphType input => Object(input, depth),
            _ => Scalar(type.Name, name),
        };
    }

    private FuzzValue Object(IInputObjectGraphType input, int depth)
    {
        var optional = depth > 3 ? 20 : 4;
        var fields = input.Fields.Where(field => field.ResolvedType is NonNullGraphType || random.Next(optional) == 0).ToList();
        if (depth < 3 && input.Name.StartsWith("CompensationComponent", StringComparison.Ordinal))
            fields = [.. input.Fields.Skip(random.Next(input.Fields.Count)).Take(1)];
        var members = fields.Select(field => (field.Name, Value: depth > 8 ? FuzzValue.Same("null") : Of(field.ResolvedType!, field.Name, depth + 1))).ToList();
        if (random.Next(60) == 0) members.Add(("notThere", FuzzValue.Same("1")));
        return new FuzzValue($"{{ {string.Join(", ", members.Select(member => $"{member.Name}: {member.Value.Literal}"))} }}",
            $"{{ {string.Join(", ", members.Select(member => $"\"{member.Name}\": {member.Value.Json}"))} }}");
    }

    private FuzzValue Scalar(string type, string name) => type switch
    {
        "Boolean" => FuzzValue.Same(random.Next(2) == 0 ? "true" : "false"),
        "Int" or "Long" or "Float" => FuzzValue.Same(random.Next(3) == 0 ? Pick(Numbers) : $"{random.Next(1, 30)}"),
        "ID" => FuzzValue.Text(random.Next(12) == 0 ? Pick(Texts) : Id(name)),
        _ when Scalars.TryGetValue(type, out var known) => FuzzValue.Text(random.Next(8) == 0 ? Pick(Texts) : Pick(known)),
        _ => FuzzValue.Text(Pick(Texts)),
    };

    // One that exists, else one that could; now and then another type's.
    private string Id(string name)
    {
        var meant = name.EndsWith("Id", StringComparison.Ordinal) ? char.ToUpperInvariant(name[0]) + name[1..^2] : name;
        if (meant == "Token") meant = "AccessToken";
        if (ids.TryGetValue(meant, out var known) && random.Next(10) > 0) return known;
        return char.IsUpper(meant[0]) && random.Next(10) > 0 ? new NodeId(meant, "none").ToString() : ids.Values.ElementAt(random.Next(ids.Count));
    }

    private FuzzValue Odd() => random.Next(6) switch
    {
        0 => FuzzValue.Same(Pick(Numbers)),
        1 => FuzzValue.Same("true"),
        2 => FuzzValue.Same("null"),
        3 => Enum("NOT_THERE"),
        4 => new FuzzValue("{ a: [[{}]] }", """{ "a": [[{}]] }"""),
        _ => FuzzValue.Text(Pick(Texts)),
    };

    private static FuzzValue Enum(string name) => new(name, $"\"{name}\"");

    private static FuzzValue List(IReadOnlyList<FuzzValue> items) =>
        new($"[{string.Join(", ", items.Select(item => item.Literal))}]", $"[{string.Join(", ", items.Select(item => item.Json))}]");

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
