using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// An enum in SCREAMING_SNAKE_CASE: <c>IllegalStage</c> becomes ILLEGAL_STAGE, so <c>Tiktok</c> is written with one capital to become TIKTOK.
/// </summary>
internal sealed class EnumType<TEnum> : EnumerationGraphType<TEnum>
    where TEnum : struct, Enum
{
    public EnumType(SchemaContext schema)
    {
        Name = GraphNames.Of(typeof(TEnum));
        Description ??= schema.Descriptions.Of(typeof(TEnum));
        foreach (var value in Values) value.Description ??= schema.Descriptions.Of(typeof(TEnum).GetField(value.Value!.ToString()!)!);
    }
}
