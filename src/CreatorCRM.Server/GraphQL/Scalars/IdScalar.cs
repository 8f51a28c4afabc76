using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The built-in ID, which also prints a <see cref="NodeId"/>. Reading happens where the expected type is known: see <see cref="NodeId{T}"/>.</summary>
public sealed class IdScalar : IdGraphType
{
    public override object? Serialize(object? value) => value is NodeId id ? id.ToString() : base.Serialize(value);
}
