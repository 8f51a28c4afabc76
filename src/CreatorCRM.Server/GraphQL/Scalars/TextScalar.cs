using GraphQL.Types;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>A scalar that travels as a string. <see cref="Parse"/> explains to the client what was wrong by the message of its FormatException.</summary>
public abstract class TextScalar<T> : ScalarGraphType
    where T : notnull
{
    protected abstract T Parse(string text);

    protected abstract string Print(T value);

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => Parse(text),
        T typed => typed,
        _ => throw new FormatException($"{Name} is a string."),
    };

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Parse((string)text.Value),
        _ => throw new FormatException($"{Name} is a string."),
    };

    // The kind of literal decides here; its content is judged while it is coerced, where the message of Parse reaches the client.
    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLStringValue or GraphQLNullValue;

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        T typed => Print(typed),
        string text => text,
        _ => ThrowSerializationError(value),
    };
}
