namespace CreatorCRM.Server.GraphQL;

/// <summary>An address on the web. Other schemes are refused, because clients put these into links.</summary>
public sealed class UrlScalar : TextScalar<Uri>
{
    private const int MaxLength = 2048;

    public UrlScalar()
    {
        Name = "URL";
        Description = "An absolute http or https URL.";
    }

    protected override Uri Parse(string text) =>
        text.Length <= MaxLength && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && !text.Any(char.IsWhiteSpace)
            ? url
            : throw new FormatException($"'{text}' is not an http or https URL of at most {MaxLength} characters, such as https://example.com/p/1.");

    protected override string Print(Uri value) => value.OriginalString;
}
