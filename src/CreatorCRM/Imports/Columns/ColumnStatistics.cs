using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>What kinds of values stand in a column.</summary>
internal sealed class ColumnStatistics
{
    private const int MaxExamples = 5;
    private const int MaxExampleLength = 120;

    // Kinds are plain after this many values; numbers are looked at to the end, because one value can settle the format.
    private const int EnoughForKind = 2_000;

    private readonly List<string> _examples = new(MaxExamples);
    private int _sampled, _links, _profiles, _emails, _mentions, _handles, _countries, _optOuts, _phones;

    public NumberEvidence Numbers { get; } = new();

    public int Filled { get; private set; }

    public IReadOnlyList<string> Examples => _examples;

    public bool IsEmpty => Filled == 0;

    public double NumberShare => Share(Numbers.Count, Filled);

    public double LinkShare => Share(_links, _sampled);

    public double ProfileShare => Share(_profiles, _sampled);

    public double EmailShare => Share(_emails, _sampled);

    public double MentionShare => Share(_mentions, _sampled);

    /// <summary>One word that could be a handle, with or without @.</summary>
    public double HandleShare => Share(_handles, _sampled);

    public double CountryShare => Share(_countries, _sampled);

    public double PhoneShare => Share(_phones, _sampled);

    public bool HasOptOut => _optOuts > 0;

    public int Damaged { get; private set; }

    public void Add(string cell)
    {
        if (CellText.IsNothing(cell)) return;
        Filled++;
        if (_examples.Count < MaxExamples) AddExample(cell);
        if (cell.Contains('\uFFFD', StringComparison.Ordinal)) Damaged++;
        var isNumber = NumberText.TryRead(cell, out var number);
        if (isNumber) Numbers.Add(cell, number);
        if (_sampled == EnoughForKind) return;
        _sampled++;
        if (!isNumber) AddKind(cell.Trim());
        if (PhoneText.LooksLike(cell)) _phones++;
    }

    private void AddKind(string cell)
    {
        if (ProfileLink.TryRead(cell) is { } link)
        {
            _links++;
            if (link.Handle is not null) _profiles++;
            return;
        }
        if (EmailText.Find(cell).Any()) _emails++;
        var bare = cell.AsSpan().TrimStart('@');
        var handle = bare.Length is > 0 and <= 60;
        foreach (var c in bare) handle &= HandleRules.IsHandleCharacter(c);
        if (handle) _handles++;
        if (handle && cell[0] == '@') _mentions++;
        if (OptOutPhrase.IsIn(cell)) _optOuts++;
        if (cell.Length <= 60 && CountryNames.Find(cell) is not null) _countries++;
    }

    private void AddExample(string cell)
    {
        var example = CellText.OneLine(cell);
        if (example.Length > MaxExampleLength)
        {
            var end = char.IsHighSurrogate(example[MaxExampleLength - 1]) ? MaxExampleLength - 1 : MaxExampleLength;
            example = string.Concat(example.AsSpan(0, end), "…");
        }
        if (!_examples.Contains(example)) _examples.Add(example);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : part / (double)whole;
}
