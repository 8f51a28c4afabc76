using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>A column while its meaning is being found.</summary>
internal sealed class ColumnDraft(int index, string? header, ColumnStatistics values)
{
    public int Index => index;

    public string? Header { get; } = string.IsNullOrWhiteSpace(header) ? null : CellText.OneLine(CellText.WithoutInvisible(header));

    /// <summary>Unmistakable also when two columns have the same header.</summary>
    public string Name => Header is null ? $"column {ColumnProfile.Letter(index)}" : $"'{Header}' (column {ColumnProfile.Letter(index)})";

    public HeaderReading Reading { get; } = header is null ? new HeaderReading(null, null) : HeaderReading.Of(header);

    public ColumnStatistics Values => values;

    /// <summary>Null while nothing is known.</summary>
    public ColumnMeaning? Meaning { get; private set; }

    public Platform? Platform { get; set; }

    /// <summary>The header said nothing: the values did.</summary>
    public bool IsGuess { get; private set; }

    public List<string> Problems { get; } = [];

    public void Is(ColumnMeaning meaning, string? problem = null)
    {
        Meaning = meaning;
        if (problem is not null) Problems.Add(problem);
    }

    public void Guess(ColumnMeaning meaning)
    {
        IsGuess = true;
        Is(meaning, "The header does not say what this is; the meaning was read from the values.");
    }

    public ColumnProfile ToProfile()
    {
        var meaning = Meaning ?? ColumnMeaning.Ignore;
        if (values.Damaged > 0) Problems.Add($"{values.Damaged} values contain damaged characters (\uFFFD): the file lost them before it was uploaded.");
        var isNumeric = meaning.IsFigure() || values.NumberShare >= 0.5;
        NumberFormat? format = isNumeric && values.Numbers.Count > 0 ? values.Numbers.Decide(Reading, meaning, Problems) : null;
        var multiplier = meaning.IsCount() ? Reading.Multiplier : 1;
        return new ColumnProfile(index, Header, meaning, meaning.IsOfAccount() ? Platform : null, format, multiplier, [.. values.Examples], [.. Problems]);
    }
}
