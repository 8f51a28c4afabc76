using System.Globalization;
using System.Numerics;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>An exact decimal number. It leaves as a string, because JSON numbers are binary fractions in most clients.</summary>
public sealed class DecimalScalar : ScalarGraphType
{
    private const int MaxDigits = 28;

    public DecimalScalar()
    {
        Name = "Decimal";
        Description = "An exact decimal number of up to 28 digits. Output is a string such as `\"5.95\"`; input is a string or a number.";
    }

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        decimal exact => exact,
        string text => Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint),
        int number => (decimal)number,
        long number => (decimal)number,
        BigInteger number => Parse(number.ToString(CultureInfo.InvariantCulture), NumberStyles.AllowLeadingSign),
        double number => Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float),
        _ => throw NoNumber(),
    };

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => ParseValue((string)text.Value),
        GraphQLIntValue number => Parse((string)number.Value, NumberStyles.AllowLeadingSign),
        GraphQLFloatValue number => Parse((string)number.Value, NumberStyles.Float),
        _ => throw NoNumber(),
    };

    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLStringValue or GraphQLIntValue or GraphQLFloatValue or GraphQLNullValue;

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        decimal exact => exact.ToString(CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };

    private static decimal Parse(string text, NumberStyles styles) =>
        text.Count(char.IsAsciiDigit) <= MaxDigits && decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : throw Unreadable(text);

    private static FormatException NoNumber() => new("Decimal is a string or a number.");

    private static FormatException Unreadable(string text) => new($"'{text}' is not a decimal number of up to {MaxDigits} digits, such as 5.95.");
}
