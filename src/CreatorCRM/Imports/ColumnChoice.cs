using System.Collections.Immutable;
using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>What the user corrects in a preview; null keeps what was proposed.</summary>
/// <param name="Index">Of the column, from 0.</param>
[GenerateSerializer, Immutable, Alias("import-column-choice")]
public sealed record ColumnChoice(int Index, ColumnMeaning? Meaning = null, Platform? Platform = null, NumberFormat? NumberFormat = null)
{
    /// <summary>The preview with the user's choices. A proposed column gives way to the one that the user chose for the same meaning.</summary>
    /// <param name="chosen">Unchanged when there are refusals.</param>
    /// <returns>Empty when every choice was taken; fields are paths such as <c>mapping.0.index</c>.</returns>
    public static ImmutableArray<Refusal> Apply(ImportPreview preview, IReadOnlyList<ColumnChoice> choices, out ImportPreview chosen)
    {
        chosen = preview;
        var columns = preview.Columns.ToBuilder();
        if (choices.Count > columns.Count) return [Refusal.Invalid("mapping", $"The file has {columns.Count} columns: name each once at most.")];
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        var byUser = new Dictionary<int, int>();
        for (var i = 0; i < choices.Count; i++)
        {
            var choice = choices[i];
            if (choice.Index < 0 || choice.Index >= columns.Count)
                refusals.Add(Refusal.Invalid($"mapping.{i}.index", $"The file has {columns.Count} columns, 0 to {columns.Count - 1}."));
            else if (!byUser.TryAdd(choice.Index, i))
                refusals.Add(Refusal.Invalid($"mapping.{i}.index", $"Column {choice.Index} is named twice."));
            else
                columns[choice.Index] = choice.To(columns[choice.Index]);
        }
        var rivals = columns.Where(column => column.Meaning != ColumnMeaning.Ignore).GroupBy(column => (column.Meaning, column.Platform));
        foreach (var same in rivals.Where(group => group.Count() > 1).ToList())
        {
            var wanted = same.Where(column => byUser.TryGetValue(column.Index, out var i) && choices[i].Meaning is not null).ToList();
            foreach (var second in wanted.Skip(1))
                refusals.Add(Refusal.Invalid($"mapping.{byUser[second.Index]}.meaning",
                    $"{wanted[0].Name} and {second.Name} cannot both mean {ColumnProposals.Screaming(second.Meaning)}."));
            foreach (var proposed in same.Except(wanted.Count > 0 ? wanted : [same.First()]))
                columns[proposed.Index] = proposed with { Meaning = ColumnMeaning.Ignore, Platform = null };
        }
        if (!columns.Any(column => IsIdentity(column.Meaning)))
            refusals.Add(Refusal.Invalid("mapping",
                "No column says who the people are. Choose the column that holds handles, profile addresses, names or e-mail addresses."));
        if (refusals.Count == 0) chosen = preview with { Columns = columns.ToImmutable() };
        return refusals.ToImmutable();
    }

    private static bool IsIdentity(ColumnMeaning meaning) => meaning is
        ColumnMeaning.Handle or ColumnMeaning.ProfileUrl
        or ColumnMeaning.DisplayName or ColumnMeaning.FirstName or ColumnMeaning.LastName or ColumnMeaning.Email;

    private ColumnProfile To(ColumnProfile column)
    {
        var meaning = Meaning ?? column.Meaning;
        var platform = meaning.IsOfAccount() ? Platform ?? (meaning == column.Meaning ? column.Platform : null) : null;
        return column with { Meaning = meaning, Platform = platform, NumberFormat = NumberFormat ?? column.NumberFormat };
    }
}
