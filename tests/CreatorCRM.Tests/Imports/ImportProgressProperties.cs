using CreatorCRM.Imports;
using CsCheck;

namespace CreatorCRM.Tests.Imports;

public sealed class ImportProgressProperties
{
    [Fact]
    public void In_ten_thousand_imports_every_row_is_counted_once() => Gen.Select(Gen.Enum<RowOutcome>(), Gen.Int[0, 3]).Array[0, 60].Sample(rows =>
    {
        var progress = ImportProgress.Of(rows.Length);
        var told = 0;
        foreach (var (outcome, problems) in rows)
        {
            var next = progress.With(outcome, Enumerable.Range(1, problems).Select(i => new RowProblem(i, null, "unreadable", false)));
            told += problems;
            next.Processed.ShouldBe(progress.Processed + 1);
            (next.Created + next.Updated + next.Skipped + next.Failed).ShouldBe(next.Processed);
            next.Problems.Length.ShouldBe(Math.Min(told, ImportProgress.MaxProblems));
            progress = next;
        }
        foreach (var outcome in Enum.GetValues<RowOutcome>()) Counted(progress, outcome).ShouldBe(rows.Count(row => row.Item1 == outcome));
    }, iter: 10_000);

    private static int Counted(ImportProgress progress, RowOutcome outcome) => outcome switch
    {
        RowOutcome.Created => progress.Created,
        RowOutcome.Updated => progress.Updated,
        RowOutcome.Skipped => progress.Skipped,
        _ => progress.Failed,
    };
}
