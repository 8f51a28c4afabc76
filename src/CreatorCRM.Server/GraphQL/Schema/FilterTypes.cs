using System.Globalization;
using CreatorCRM.Storage.Queries;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Tests of an id: clients send opaque ids, and the resolver reads the keys with <see cref="IdFilters.ReadKeys{T}"/>.</summary>
public sealed class IdFilterType : InputObjectGraphType<IdFilter>
{
    public IdFilterType()
    {
        Name = "IdFilter";
        Description = "Tests of an id; all that are set must hold.";
        Field<IdGraphType>("eq").Description("This id.");
        Field<ListGraphType<NonNullGraphType<IdGraphType>>>("in").Description("One of these ids, at most 100. An empty list matches nothing.");
        Field<BooleanGraphType>("isNull").Description("True: it refers to nothing. False: it refers to something.");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => new IdFilter
    {
        Eq = Text(Given(value, "eq")),
        In = Given(value, "in") is IEnumerable<object> ids ? [.. ids.Select(id => Text(id)!)] : null,
        IsNull = Given(value, "isNull") as bool?,
    };

    // An ID may come as a number, too, whatever it means.
    private static string? Text(object? id) => id is null ? null : Convert.ToString(id, CultureInfo.InvariantCulture);

    private static object? Given(IDictionary<string, object?> value, string field) => value.TryGetValue(field, out var given) ? given : null;
}

public static class IdFilters
{
    /// <summary>The same tests of keys instead of opaque ids.</summary>
    /// <param name="path">Where the filter stands in the arguments, such as filter, campaignId.</param>
    /// <exception cref="InputError">An id is none of a <typeparamref name="T"/>.</exception>
    public static IdFilter? ReadKeys<T>(this IdFilter? filter, params string[] path) => filter is null ? null : new IdFilter
    {
        Eq = filter.Eq is { } id ? Key<T>(id, [.. path, "eq"]) : null,
        In = filter.In is { } ids ? [.. ids.Select((each, i) => Key<T>(each, [.. path, "in", $"{i}"]))] : null,
        IsNull = filter.IsNull,
    };

    /// <summary>The same tests of opaque ids, as clients send them.</summary>
    public static IdFilter WriteIds<T>(this IdFilter filter) => new()
    {
        Eq = filter.Eq is { } key ? NodeId.Of<T>(key).ToString() : null,
        In = filter.In is { } keys ? [.. keys.Select(each => NodeId.Of<T>(each).ToString())] : null,
        IsNull = filter.IsNull,
    };

    private static string Key<T>(string id, string[] path)
    {
        try
        {
            return NodeId<T>.Parse(id).Key;
        }
        catch (FormatException problem)
        {
            throw InputError.At(problem.Message, path);
        }
    }
}
