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
            var label = new StringBuilder();
            foreach (var step in Path.Split('.'))
            {
                if (step.All(char.IsAsciiDigit)) label.Append(' ').Append(step);
                else label.Append(label.Length == 0 ? "" : ": ").Append(Words(label.Length == 0 ? Singular(step) : step));
            }
            label[0] = char.ToUpperInvariant(label[0]);
            return label.ToString();
        }
    }

    private static string Singular(string list) => list switch
    {
        "niches" => "niche",
        "accounts" or "contracts" or "deliverables" or "followUps" or "metricSnapshots" or "offers" or "payouts" or "reversals" or "sales" or "sequenceRuns" or "tags" => list[..^1],
        _ => list,
    };

    private static string Words(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
