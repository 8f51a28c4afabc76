namespace CreatorCRM.Imports;

/// <summary>What all values of a column together say about its number format.</summary>
internal sealed class NumberEvidence
{
    private readonly int[] _marks = new int[5];
    private readonly string?[] _examples = new string?[5];
    private int _percents, _zeros, _small, _atMostOne, _plainFractions;

    public int Count { get; private set; }

    /// <summary>Rates above 1, that is above 100 %, if the column held ratios.</summary>
    public int AboveOne { get; private set; }

    /// <summary>Too large for any rate.</summary>
    public int AboveHundred { get; private set; }

    public decimal Max { get; private set; }

    /// <summary>Written out, not shortened to <c>409.8M</c>.</summary>
    public int Exact { get; private set; }

    private int Bare => Count - _percents - _zeros;

    public void Add(string cell, NumberText number)
    {
        Count++;
        _marks[(int)number.Mark]++;
        _examples[(int)number.Mark] ??= cell.Trim();
        if (number.IsPercent) _percents++;
        // Rates write 0,046: where a rate is open to question its mark is the decimal one.
        var value = number.Value(number.Mark is DecimalMark.EitherComma);
        if (number.Multiplier == 1) Exact++;
        if (value > 100) AboveHundred++;
        if (value > Max) Max = value.Value;
        if (value == 0) _zeros++;
        else if (!number.IsPercent && value < 0.1m) _small++;
        if (value == 0 || number.IsPercent) return;
        if (value <= 1) _atMostOne++;
        else AboveOne++;
        if (value % 1 != 0 && number.Multiplier == 1 && number.Mark is DecimalMark.Point or DecimalMark.Comma) _plainFractions++;
    }

    /// <summary>The format, and a sentence for each doubt that the user should see.</summary>
    public NumberFormat Decide(HeaderReading? header, ColumnMeaning meaning, List<string> problems)
    {
        var format = meaning == ColumnMeaning.EngagementRate ? DecideRate(header, problems)
            : DecideSeparators(isCount: meaning.IsCount(), meaning.IsFigure() ? problems : []);
        if (meaning == ColumnMeaning.Followers && _plainFractions > 0 && header?.Multiplier is null or 1 && _plainFractions * 2 > Count)
            problems.Add($"Most values have fractions, such as {Example(DecimalMark.Point, DecimalMark.Comma)}. Are they thousands or millions? They are read as they stand.");
        return format;
    }

    private NumberFormat DecideRate(HeaderReading? header, List<string> problems)
    {
        var format = DecideSeparators(isCount: false, problems);
        if (header?.IsPercent == true) return format.AsPercent();
        if (Bare == 0) return format;
        var looksLikeRatio = _atMostOne >= AboveOne;
        if (looksLikeRatio && AboveOne > 0)
            problems.Add($"{AboveOne} of {Count} rates are above 100 % when read as ratios (0.05 is 5 %). Choose PERCENT_{Name(format)} if the column holds percentages.");
        else if (looksLikeRatio && _small * 2 < Bare)
            problems.Add($"The rates are read as ratios (0.05 is 5 %). Choose PERCENT_{Name(format)} if the column holds percentages.");
        else if (!looksLikeRatio)
            problems.Add($"The rates are read as percentages (1.39 is 1.39 %). Choose {Name(format)} if the column holds ratios.");
        return looksLikeRatio ? format : format.AsPercent();
    }

    private NumberFormat DecideSeparators(bool isCount, List<string> problems)
    {
        int point = Of(DecimalMark.Point), comma = Of(DecimalMark.Comma), eitherPoint = Of(DecimalMark.EitherPoint), eitherComma = Of(DecimalMark.EitherComma);
        if (point > 0 && comma > 0)
        {
            problems.Add($"The column mixes decimal points ({Example(DecimalMark.Point)}) and decimal commas ({Example(DecimalMark.Comma)}). Each such number is read as it shows; "
                + $"others as {Name(point >= comma ? NumberFormat.DecimalPoint : NumberFormat.DecimalComma)}.");
            return point >= comma ? NumberFormat.DecimalPoint : NumberFormat.DecimalComma;
        }
        if (point + comma > 0) return point > 0 ? NumberFormat.DecimalPoint : NumberFormat.DecimalComma;
        if (eitherPoint + eitherComma == 0) return NumberFormat.DecimalPoint;

        // Counts are whole, so the mark groups thousands; in a rate it starts the fraction.
        var commaSeen = eitherComma >= eitherPoint;
        var chosen = commaSeen == isCount ? NumberFormat.DecimalPoint : NumberFormat.DecimalComma;
        var other = chosen.HasDecimalComma() ? NumberFormat.DecimalPoint : NumberFormat.DecimalComma;
        var example = Example(commaSeen ? DecimalMark.EitherComma : DecimalMark.EitherPoint);
        _ = NumberText.TryRead(example, out var number);
        problems.Add($"{example} can mean {Plain(number, false)} or {Plain(number, true)}; it is read as {Plain(number, chosen.HasDecimalComma())}. Choose the number format {Name(other)} if that is wrong.");
        return chosen;
    }

    private int Of(DecimalMark mark) => _marks[(int)mark];

    private string Example(params ReadOnlySpan<DecimalMark> marks)
    {
        foreach (var mark in marks)
            if (_examples[(int)mark] is { } example) return example;
        return "";
    }

    private static string Plain(NumberText number, bool decimalComma) =>
        number.Value(decimalComma)?.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture) ?? "nothing";

    private static string Name(NumberFormat format) => format.HasDecimalComma() ? "DECIMAL_COMMA" : "DECIMAL_POINT";
}
