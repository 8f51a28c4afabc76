using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CreatorCRM.Common;

/// <summary>Gathers everything that is wrong with a command, so that the caller hears of all of it at once.</summary>
public sealed class Validation
{
    public const int NameLength = 200;
    public const int TextLength = 10_000;
    public const int ListLength = 100;

    private readonly ImmutableArray<Refusal>.Builder _refusals = ImmutableArray.CreateBuilder<Refusal>();

    public bool HasRefusals => _refusals.Count > 0;

    public ImmutableArray<Refusal> Refusals => _refusals.ToImmutable();

    public Validation Add(Refusal? refusal)
    {
        if (refusal is not null) _refusals.Add(refusal);
        return this;
    }

    public Validation Require(bool condition, string field, string message) => Add(condition ? null : Refusal.Invalid(field, message));

    public Validation Required(string field, string? text, int max = NameLength) =>
        Add(text is null || text.All(IsBlank) ? Refusal.Required(field) : null).Text(field, text, max);

    /// <summary>Text of at most so many characters, without control characters other than line breaks and tabs, and without half characters.</summary>
    public Validation Text(string field, string? text, int max = TextLength)
    {
        if (text is null) return this;
        if (text.Length > max) return Add(Refusal.TooLong(field, max));
        return Require(!text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) && IsWellFormed(text), field,
            $"{field} has control characters or broken characters.");
    }

    public Validation Count<T>(string field, ImmutableArray<T> list, int max = ListLength) =>
        Add(list.Length > max ? new Refusal(RefusalCode.TooLong, $"{field} may have at most {max} entries.", field) : null);

    public Validation Texts(string field, ImmutableArray<string> texts, int max = NameLength)
    {
        Count(field, texts);
        for (var i = 0; i < texts.Length && i < ListLength; i++) Required($"{field}.{i}", texts[i], max);
        return this;
    }

    /// <summary>A count or average: not negative, and within what a column can hold.</summary>
    public Validation Figure(string field, decimal? figure) =>
        Require(figure is null or (>= 0 and <= 100_000_000_000), field, $"{field} must be between 0 and 100,000,000,000.");

    /// <summary>An instant that people of this field could mean.</summary>
    public Validation Instant(string field, DateTimeOffset? instant, DateTimeOffset earliest, DateTimeOffset latest) =>
        Require(instant is not { } at || (at >= earliest && at <= latest), field, $"{field} must be between {earliest:yyyy-MM-dd} and {latest:yyyy-MM-dd}.");

    public Validation Money(string field, Money? money) =>
        Add(money is { IsNegative: true } ? new Refusal(RefusalCode.NegativeMoney, $"{field} must not be negative.", field) : null);

    // Zero-width characters alone show nothing either.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done) return false;
            rest = rest[length..];
        }
        return true;
    }
}
