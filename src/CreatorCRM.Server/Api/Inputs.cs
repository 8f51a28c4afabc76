using System.Collections.Immutable;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>From what clients write to what commands carry.</summary>
internal static class Inputs
{
    /// <summary>Null when the member was left out, so that the field stays as it is.</summary>
    public static Change<T?>? ToChange<T>(this Optional<T> member) => member.IsGiven ? new Change<T?>(member.Value) : null;

    /// <summary>A list that is null is cleared; null when the member was left out.</summary>
    public static ImmutableArray<TResult>? ToList<T, TResult>(this Optional<IReadOnlyList<T>> member, Func<T, TResult> map) =>
        member.IsGiven ? member.Value.ToList(map) : null;

    public static ImmutableArray<TResult> ToList<T, TResult>(this IReadOnlyList<T>? items, Func<T, TResult> map) => [.. (items ?? []).Select(map)];

    public static ImmutableArray<T> ToList<T>(this IReadOnlyList<T>? items) => [.. items ?? []];

    public static PeriodOfDays OrAlways(this PeriodInput? period) => period?.ToPeriod() ?? new PeriodOfDays(null, null);
}

/// <summary>From one day to another, both included; a day left out is open.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, on or after the first.</param>
public sealed record PeriodInput(DateOnly? From, DateOnly? Until)
{
    internal PeriodOfDays ToPeriod() => new(From, Until);
}

/// <summary>From one day to another, both included; a day that is null is open.</summary>
/// <param name="From">The first day; null when open.</param>
/// <param name="Until">The last day; null when open.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record Period(DateOnly? From, DateOnly? Until)
{
    internal static Period? Of(PeriodOfDays? period) => period is null ? null : new Period(period.From, period.Until);
}
