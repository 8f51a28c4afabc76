namespace CreatorCRM.Common;

/// <summary>A filter or a search text that a list cannot answer. The message tells the client what to do.</summary>
/// <param name="path">The dotted path of the offending input, such as <c>filter.or.1.followers.in</c>.</param>
public sealed class InvalidFilterException(string path, string message) : Exception(message)
{
    public string Path { get; } = path;
}
