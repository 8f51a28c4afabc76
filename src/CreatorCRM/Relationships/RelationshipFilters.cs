using System.Linq.Expressions;
using CreatorCRM.Influencers;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore.Query;

namespace CreatorCRM.Relationships;

/// <summary>Tests of what depends on the time of looking, as conditions on columns that do not.</summary>
internal static class RelationshipFilters
{
    /// <summary>A relationship that nobody fixed is dormant from an instant on, and is what the column says until then.</summary>
    public static Expression<Func<InfluencerRow, bool>> Stage(FilterTest<RelationshipStage> test, DateTimeOffset now)
    {
        var stages = test.Operands.ToArray();
        var active = stages.Where(stage => stage != RelationshipStage.Dormant).ToArray();
        var dormant = stages.Contains(RelationshipStage.Dormant);
        return test.Operator switch
        {
            FilterOperator.Eq or FilterOperator.In => (dormant, active) switch
            {
                (true, []) => row => row.DormantAt != null && row.DormantAt <= now,
                (false, [var one]) => row => row.RelationshipStage == one && (row.DormantAt == null || row.DormantAt > now),
                (false, _) => row => active.Contains(row.RelationshipStage) && (row.DormantAt == null || row.DormantAt > now),
                _ => row => (row.DormantAt != null && row.DormantAt <= now) || active.Contains(row.RelationshipStage),
            },
            FilterOperator.Ne or FilterOperator.NotIn => dormant
                ? row => (row.DormantAt == null || row.DormantAt > now) && !active.Contains(row.RelationshipStage)
                : row => (row.DormantAt != null && row.DormantAt <= now) || !active.Contains(row.RelationshipStage),
            // There is always a stage.
            FilterOperator.IsNull => test.Wanted ? row => false : row => true,
            _ => throw new NotSupportedException($"{test.Operator} is no test of a stage."),
        };
    }

    /// <summary>The score is rounded down, so a score below 40 is the same as one that is not 40 or more.</summary>
    public static Expression<Func<InfluencerRow, bool>> Health(FilterTest<int> test, DateTimeOffset now)
    {
        DateTimeOffset From(int score) => Relationships.Health.Anchor(score, now);
        return test.Operator switch
        {
            FilterOperator.Gte => AtLeast(From(test.Operands[0])),
            FilterOperator.Gt => AtLeast(From(Next(test.Operands[0]))),
            FilterOperator.Lt => Below(From(test.Operands[0])),
            FilterOperator.Lte => Below(From(Next(test.Operands[0]))),
            FilterOperator.Eq => Between(test.Operands[0]),
            FilterOperator.Ne => Not(Between(test.Operands[0])),
            FilterOperator.In => test.Operands.Select(Between).Aggregate((Expression<Func<InfluencerRow, bool>>)(row => false), Or),
            FilterOperator.IsNull => test.Wanted ? row => row.HealthAnchor == null : row => row.HealthAnchor != null,
            _ => throw new NotSupportedException($"{test.Operator} is no test of a score."),
        };

        Expression<Func<InfluencerRow, bool>> Between(int score)
        {
            var (from, to) = (From(score), From(Next(score)));
            return score is < 0 or > 100 ? row => false : row => row.HealthAnchor != null && row.HealthAnchor >= from && row.HealthAnchor < to;
        }
    }

    private static int Next(int score) => Math.Clamp(score, -1, 100) + 1;

    private static Expression<Func<InfluencerRow, bool>> AtLeast(DateTimeOffset anchor) => row => row.HealthAnchor != null && row.HealthAnchor >= anchor;

    private static Expression<Func<InfluencerRow, bool>> Below(DateTimeOffset anchor) => row => row.HealthAnchor != null && row.HealthAnchor < anchor;

    private static Expression<Func<InfluencerRow, bool>> Not(Expression<Func<InfluencerRow, bool>> condition) =>
        Expression.Lambda<Func<InfluencerRow, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private static Expression<Func<InfluencerRow, bool>> Or(Expression<Func<InfluencerRow, bool>> one, Expression<Func<InfluencerRow, bool>> other) =>
        Expression.Lambda<Func<InfluencerRow, bool>>(Expression.OrElse(one.Body,
            ReplacingExpressionVisitor.Replace(other.Parameters[0], one.Parameters[0], other.Body)), one.Parameters);
}
