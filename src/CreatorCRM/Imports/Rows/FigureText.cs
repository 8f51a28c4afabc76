using System.Globalization;

namespace CreatorCRM.Imports;

/// <summary>A figure of an account as its column writes it.</summary>
internal static class FigureText
{
    /// <summary>Null when unknown: the cell says nothing, or the problem says what is wrong with it.</summary>
    public static decimal? Read(string cell, ColumnProfile column, out string? problem)
    {
        problem = null;
        if (CellText.IsNothing(cell) || cell.AsSpan().Trim() is "NA" or "na") return null;
        var format = column.NumberFormat ?? NumberFormat.DecimalPoint;
        if (!NumberText.TryRead(cell, out var number) || number.Value(format.HasDecimalComma()) is not { } value)
            return Wrong($"'{Excerpt.Of(cell.Trim(), 40)}' is not a number.", out problem);
        if (value < 0) return Wrong($"'{Excerpt.Of(cell.Trim(), 40)}' is below zero.", out problem);
        if (column.Meaning == ColumnMeaning.EngagementRate) return Rate(value, number.IsPercent || format.IsPercent(), ref problem);
        if (number.IsPercent) return Wrong($"'{Excerpt.Of(cell.Trim(), 40)}' is a percentage.", out problem);
        // 10K in a column of thousands says its own unit.
        if (NumberText.Times(value, number.Multiplier == 1 ? column.Multiplier : 1) is not { } figure)
            return Wrong($"'{Excerpt.Of(cell.Trim(), 40)}' is too large in the unit of its column.", out problem);
        // Nobody has no followers: lists write 0 for unknown.
        return figure == 0 && column.Meaning == ColumnMeaning.Followers ? null : figure;
    }

    // A rate of zero is a rate that nobody looked up.
    private static decimal? Rate(decimal value, bool isPercent, ref string? problem)
    {
        var ratio = isPercent ? value / 100 : value;
        if (ratio > 1)
            problem = string.Create(CultureInfo.InvariantCulture,
                $"An engagement rate of {ratio * 100:0.##} % is unusual. Check the number format of the column.");
        return ratio == 0 ? null : ratio;
    }

    private static decimal? Wrong(string message, out string? problem)
    {
        problem = message;
        return null;
    }
}
