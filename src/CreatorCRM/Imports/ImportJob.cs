using System.Collections.Immutable;

namespace CreatorCRM.Imports;

/// <summary>How far an import has come. Every row is counted once in processed, and once in created, updated, skipped or failed.</summary>
/// <param name="Total">Rows with data in the file.</param>
/// <param name="Updated">Rows that added something to an influencer who was known.</param>
/// <param name="Skipped">Rows that said nothing new.</param>
/// <param name="Failed">Rows that were left out; each has a problem that says why.</param>
/// <param name="Problems">The first thousand.</param>
[GenerateSerializer, Immutable, Alias("import-progress")]
public sealed record ImportProgress(ImportStatus Status, int Total, int Processed, int Created, int Updated, int Skipped, int Failed,
    ImmutableArray<RowProblem> Problems)
{
    public const int MaxProblems = 1000;

    public static ImportProgress Of(int total) => new(ImportStatus.Previewed, total, 0, 0, 0, 0, 0, []);

    public ImportProgress With(RowOutcome outcome, IEnumerable<RowProblem> problems) => this with
    {
        Processed = Processed + 1,
        Created = Created + (outcome == RowOutcome.Created ? 1 : 0),
        Updated = Updated + (outcome == RowOutcome.Updated ? 1 : 0),
        Skipped = Skipped + (outcome == RowOutcome.Skipped ? 1 : 0),
        Failed = Failed + (outcome == RowOutcome.Failed ? 1 : 0),
        Problems = Problems.Length >= MaxProblems ? Problems : [.. Problems.Concat(problems).Take(MaxProblems)],
    };
}

/// <summary>What became of a row.</summary>
public enum RowOutcome { Created, Updated, Skipped, Failed }

/// <summary>What a job must not lose: how the file is read, who asked for it, and the first row that is not counted yet.</summary>
[GenerateSerializer, Alias("import-job-state")]
public sealed class ImportJobState
{
    [Id(0)] public ImportPreview? Preview { get; set; }
    [Id(1)] public Actor Actor { get; set; } = Actor.System;
    [Id(2)] public int NextRow { get; set; }
    [Id(3)] public ImportProgress Progress { get; set; } = ImportProgress.Of(0);
    [Id(4)] public ImmutableArray<ColumnChoice> Choices { get; set; } = [];
}
