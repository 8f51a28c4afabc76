using CreatorCRM.Access;

namespace CreatorCRM.Server.Access;

/// <summary>
/// What a caller must be allowed to read or use the field, or every field of the type. On a field it goes before what stands on its type.
/// A field of the schema that neither says this nor <see cref="AnyCallerAttribute"/>, by itself or by its type, keeps the server from starting.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property)]
public sealed class RequiresAttribute(Scope scope) : Attribute
{
    public Scope Scope { get; } = scope;
}

/// <summary>Every authenticated caller may read or use it: it shows nothing but what its holder could reach anyway.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property)]
public sealed class AnyCallerAttribute : Attribute;
