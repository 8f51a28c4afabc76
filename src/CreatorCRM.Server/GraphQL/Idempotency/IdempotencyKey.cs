using System.Text.RegularExpressions;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// The header Idempotency-Key of draft-ietf-httpapi-idempotency-key-header: a string in quotes, as structured fields are written. Many clients leave the quotes
/// out, so a word without them means the same.
/// </summary>
public static partial class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    public const int MaxLength = 255;

    /// <summary>The key; null without one, or when what is there is none.</summary>
    public static string? Of(HttpRequest request) => TryRead(request, out var key) ? key : null;

    /// <returns>False when the header is there and cannot be read.</returns>
    /// <param name="key">Null when the header is not there.</param>
    public static bool TryRead(HttpRequest request, out string? key)
    {
        var values = request.Headers[Header];
        key = values.Count == 1 ? Parse(values[0]!) : null;
        return values.Count == 0 || key is not null;
    }

    /// <summary>Null when it is no key.</summary>
    public static string? Parse(string value)
    {
        value = value.Trim(' ', '\t');
        if (Word().IsMatch(value)) return value;
        return Quoted().Match(value) is { Success: true } match ? Escape().Replace(match.Groups["text"].Value, "${it}") : null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+.^_`|~:/=-]{1,255}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex("""\A"(?<text>([ !#-\[\]-~]|\\["\\]){1,255})"\z""", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex("""\\(?<it>["\\])""", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
