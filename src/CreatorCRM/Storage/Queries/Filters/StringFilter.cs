namespace CreatorCRM.Storage.Queries;

/// <summary>Tests of a text; all that are set must hold. An absent text passes only `ne`, `notIn` and `isNull: true`.</summary>
public sealed class StringFilter : IValueFilter<string>
{
    /// <summary>Exactly this text.</summary>
    public string? Eq { get; set; }

    /// <summary>Another text, or none.</summary>
    public string? Ne { get; set; }

    /// <summary>One of these texts, at most 100. An empty list matches nothing.</summary>
    public IReadOnlyList<string>? In { get; set; }

    /// <summary>None of these texts, at most 100, or no text at all.</summary>
    public IReadOnlyList<string>? NotIn { get; set; }

    /// <summary>This text occurs in it.</summary>
    public string? Contains { get; set; }

    /// <summary>It begins with this text.</summary>
    public string? StartsWith { get; set; }

    /// <summary>True: there is no text. False: there is one.</summary>
    public bool? IsNull { get; set; }

    IEnumerable<FilterTest<string>> IValueFilter<string>.Tests(Func<DateTimeOffset> now) => new FilterTests<string>()
        .AddOne(FilterOperator.Eq, Eq).AddOne(FilterOperator.Ne, Ne)
        .AddList(FilterOperator.In, In).AddList(FilterOperator.NotIn, NotIn)
        .AddOne(FilterOperator.Contains, Contains).AddOne(FilterOperator.StartsWith, StartsWith)
        .AddNull(IsNull);
}
