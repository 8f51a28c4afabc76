using System.Globalization;

namespace CreatorCRM.Server.GraphQL;

/// <summary>A day of the calendar without a time zone.</summary>
public sealed class LocalDateScalar : TextScalar<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    public LocalDateScalar()
    {
        Name = "LocalDate";
        Description = "A day without a time zone, such as `2026-03-29`.";
        this.SpecifiedBy("https://scalars.graphql.org/chillicream/local-date.html");
    }

    protected override DateOnly Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"'{text}' is not a day such as 2026-03-29.");

    protected override string Print(DateOnly value) => value.ToString(Format, CultureInfo.InvariantCulture);
}
