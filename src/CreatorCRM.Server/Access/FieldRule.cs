using System.Reflection;
using CreatorCRM.Access;

namespace CreatorCRM.Server.Access;

/// <summary>What it takes to ask for a field.</summary>
/// <param name="Scope">Null: to be authenticated is enough.</param>
internal sealed record FieldRule(Scope? Scope)
{
    private static readonly FieldRule AnyCaller = new(Scope: null);

    /// <summary>What the attributes of a method, property or type say; null when they say nothing.</summary>
    /// <exception cref="InvalidOperationException">They contradict each other.</exception>
    public static FieldRule? Of(MemberInfo member)
    {
        var required = member.GetCustomAttribute<RequiresAttribute>(inherit: false);
        if (!member.IsDefined(typeof(AnyCallerAttribute), inherit: false)) return required is null ? null : new FieldRule(required.Scope);
        return required is null
            ? AnyCaller
            : throw new InvalidOperationException($"{member.DeclaringType}.{member.Name} both requires a scope and is for any caller.");
    }
}
