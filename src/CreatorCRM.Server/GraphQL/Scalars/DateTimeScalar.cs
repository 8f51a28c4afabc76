using System.Globalization;
using System.Text.RegularExpressions;

namespace CreatorCRM.Server.GraphQL;

/// <summary>An instant: RFC 3339 with its offset in, UTC out.</summary>
public sealed partial class DateTimeScalar : TextScalar<DateTimeOffset>
{
    public DateTimeScalar()
    {
        Name = "DateTime";
        Description = "An instant as RFC 3339 writes it, such as `2026-03-29T01:30:00Z`. Input needs an offset from UTC; output is in UTC.";
        this.SpecifiedBy("https://scalars.graphql.org/chillicream/date-time.html");
    }

    protected override DateTimeOffset Parse(string text)
    {
        if (Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant)) return instant.ToUniversalTime();
        throw new FormatException(
            $"'{text}' is not a date and time of RFC 3339 with an offset and at most 7 digits of a second's fraction, such as 2026-03-29T01:30:00Z or 2026-03-29T03:30:00+02:00.");
    }

    /// <summary>As clients get it.</summary>
    internal static string Text(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    protected override string Print(DateTimeOffset value) => Text(value);

    // .NET keeps 100 nanoseconds; the specification wants finer digits refused rather than cut off.
    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,7})?([Zz]|[+-]\d{2}:\d{2})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc3339();
}
