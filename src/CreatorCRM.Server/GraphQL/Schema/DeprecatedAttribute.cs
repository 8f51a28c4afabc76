using System.Globalization;
using GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// A field, argument, input field or enum value that goes away: clients read the reason as <c>@deprecated</c>, and the check against the released contract lets
/// it go after the day. On the member of a positional record write <c>[property: Deprecated(…)]</c>. What clients must give cannot be deprecated: make it
/// nullable first.
/// </summary>
/// <param name="reason">A sentence that says what to use instead.</param>
/// <param name="removedAfter">The last day on which it is sure to work, such as 2027-06-30.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class DeprecatedAttribute(string reason, string removedAfter) : GraphQLAttribute
{
    private readonly string _text = $"{reason} Removed after {DateOnly.ParseExact(removedAfter, "yyyy-MM-dd", CultureInfo.InvariantCulture):yyyy-MM-dd}.";

    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.DeprecationReason = _text;

    public override void Modify(EnumValueDefinition enumValueDefinition) => enumValueDefinition.DeprecationReason = _text;

    public override void Modify(QueryArgument queryArgument) => queryArgument.DeprecationReason = _text;
}
