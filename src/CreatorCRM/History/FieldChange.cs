using System.Text;

namespace CreatorCRM.History;

/// <summary>A field of an entity that has another value than before.</summary>
/// <param name="Path">Stable, such as <c>stage</c> or <c>offers.2.status</c>.</param>
/// <param name="Before">As the API writes it; null when there was none.</param>
/// <param name="After">Null when there is none any more.</param>
/// <param name="By">The event that gave it the later value.</param>
public sealed record FieldChange(string Path, string? Before, string? After, TimelineEvent By)
{
    /// <summary>The path for people: <c>offers.2.status</c> is "Offer 2: status".</summary>
    public string Label
    {
        get
        {
            var (label, steps) = (new StringBuilder(), Path.Split('.'));
            for (var i = 0; i < steps.Length; i++)
            {
                if (IsNumber(steps[i])) label.Append(' ').Append(steps[i]);
                else label.Append(i == 0 ? "" : ": ").Append(Words(IsOneOf(steps, i) ? Singular(steps[i]) : steps[i]));
            }
            label[0] = char.ToUpperInvariant(label[0]);
            return label.ToString();
        }
    }

    private static bool IsNumber(string step) => step.All(char.IsAsciiDigit);

    private static bool IsOneOf(string[] steps, int list) => list + 1 < steps.Length && (IsNumber(steps[list + 1]) || steps[list] is "niches" or "tags");

    private static string Singular(string list) => list == "metricHistory" ? "metrics" : list.EndsWith('s') ? list[..^1] : list;

    private static string Words(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
