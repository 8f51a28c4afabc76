namespace CreatorCRM.Storage.Queries;

/// <summary>Tests of a list of texts; all that are set must hold.</summary>
public sealed class ListFilter
{
    /// <summary>This text is in it.</summary>
    public string? Contains { get; set; }

    /// <summary>At least one of these texts, at most 100, is in it. An empty list matches nothing.</summary>
    public IReadOnlyList<string>? ContainsAny { get; set; }

    /// <summary>Each of these texts is in it; each counts as a test of its own. An empty list matches everything.</summary>
    public IReadOnlyList<string>? ContainsAll { get; set; }

    /// <summary>True: nothing is in it. False: something is.</summary>
    public bool? IsEmpty { get; set; }
}
