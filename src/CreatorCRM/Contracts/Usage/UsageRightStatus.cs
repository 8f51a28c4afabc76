using System.Linq.Expressions;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore.Query;

namespace CreatorCRM.Contracts;

/// <summary>Whether content may be used by a right, on the day on which one looks. Days are those of UTC.</summary>
public enum UsageRightStatus
{
    /// <summary>Its first day is yet to come.</summary>
    Future,
    /// <summary>The content may be used.</summary>
    Active,
    /// <summary>Its last day has passed.</summary>
    Expired,
    /// <summary>The contract was terminated before the right would have ended.</summary>
    Terminated,
    /// <summary>A newer version of the contract stands in its place, with rights of its own.</summary>
    Replaced,
}

/// <summary>The rules of a right's status in one place, for a row in hand and for a list in the database.</summary>
public static class UsageRightStatuses
{
    public static UsageRightStatus On(this UsageRightRow right, DateOnly today) => right switch
    {
        { CutBy: UsageRightCut.Replacement } => UsageRightStatus.Replaced,
        { CutBy: UsageRightCut.Termination } when right.UntilOn < today || right.UntilOn < right.FromOn => UsageRightStatus.Terminated,
        _ when right.UntilOn < today => UsageRightStatus.Expired,
        _ => right.FromOn > today ? UsageRightStatus.Future : UsageRightStatus.Active,
    };

    internal static Expression<Func<UsageRightRow, bool>> Is(FilterTest<UsageRightStatus> test, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var named = test.Operands.ToArray();
        return test.Operator switch
        {
            FilterOperator.Eq or FilterOperator.In => Among(today, named),
            FilterOperator.Ne or FilterOperator.NotIn => Among(today, [.. Enum.GetValues<UsageRightStatus>().Except(named)]),
            // There always is one.
            FilterOperator.IsNull => test.Wanted ? right => false : right => true,
            _ => throw new NotSupportedException($"{test.Operator} is no test of a status."),
        };
    }

    // Which statuses are asked for is known before the query is sent, so an index by end serves a single one.
    private static Expression<Func<UsageRightRow, bool>> Among(DateOnly today, UsageRightStatus[] statuses)
    {
        var right = Expression.Parameter(typeof(UsageRightRow), "right");
        var body = statuses.Distinct().Select(status => Is(status, today)).Select(one => ReplacingExpressionVisitor.Replace(one.Parameters[0], right, one.Body))
            .DefaultIfEmpty(Expression.Constant(false));
        return Expression.Lambda<Func<UsageRightRow, bool>>(body.Aggregate(Expression.OrElse), right);
    }

    private static Expression<Func<UsageRightRow, bool>> Is(UsageRightStatus status, DateOnly today) => status switch
    {
        UsageRightStatus.Replaced => right => right.CutBy == UsageRightCut.Replacement,
        UsageRightStatus.Terminated => right => right.CutBy == UsageRightCut.Termination && (right.UntilOn < today || right.UntilOn < right.FromOn),
        UsageRightStatus.Expired => right => right.CutBy == null && right.UntilOn < today,
        UsageRightStatus.Future => right =>
            right.FromOn > today
                && (right.CutBy == null ? right.UntilOn == null || right.UntilOn >= today : right.CutBy == UsageRightCut.Termination && right.UntilOn >= right.FromOn),
        UsageRightStatus.Active =>
            right => right.CutBy != UsageRightCut.Replacement && right.FromOn <= today
                && (right.UntilOn == null || (right.UntilOn >= today && right.UntilOn >= right.FromOn)),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
