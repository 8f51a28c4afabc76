using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CreatorCRM.Server.Access;

/// <summary>
/// Refuses an operation that asks for anything its caller may not have, before any of it runs. It looks at the operation that is to run and its fragments, not
/// at others in the same document. A skipped field is refused like any other. What only shows at run time, the type behind an interface,
/// <see cref="InterfaceGuard"/> sees to.
/// </summary>
internal sealed class AccessRule : ValidationRuleBase
{
    // A cached document keeps its operations, so each is walked through once.
    private readonly ConditionalWeakTable<GraphQLOperationDefinition, IReadOnlyList<FieldNeed>> _needs = [];

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var caller = context.RequestServices!.GetRequiredService<Caller>();
        if (!_needs.TryGetValue(context.Operation, out var needs)) _needs.AddOrUpdate(context.Operation, needs = FieldNeeds.Of(context));
        foreach (var need in needs)
        {
            if (caller.Refusal(need.Type, need.Field) is not { } refusal) continue;
            refusal.AddLocation(need.Asked, context.Document);
            context.ReportError(refusal);
        }
        return default;
    }
}
