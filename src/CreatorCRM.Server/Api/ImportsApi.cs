using CreatorCRM.Access;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>An uploaded file and how it will be read. Nothing is written before it is started.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Import(ImportFile file) : INode
{
    public NodeId Id => NodeId.Of<Import>(file.Id);

    /// <summary>As the file was called when it was uploaded.</summary>
    public string FileName => file.FileName;

    /// <summary>When the file came.</summary>
    public DateTimeOffset UploadedAt => file.UploadedAt;

    /// <summary>Where it stands.</summary>
    public ImportStatus Status => file.Status;

    /// <summary>How far it has come.</summary>
    public IDataLoaderResult<ImportJob> Job(ImportJobLoader loader) => loader.LoadExisting(file.Id);

    /// <summary>Rows with data, without header and blank rows.</summary>
    public int Rows => file.Preview.Rows;

    /// <summary>As IANA registers it, such as utf-8 or windows-1252.</summary>
    public string Encoding => file.Preview.Encoding;

    /// <summary>What stands between two cells.</summary>
    public string Delimiter => file.Preview.Delimiter;

    /// <summary>The header's row as a spreadsheet program counts; null when the file has none.</summary>
    public int? HeaderRow => file.Preview.HeaderRow;

    /// <summary>Where handles live that nothing in the file assigns to a platform.</summary>
    public Platform? DefaultPlatform => file.Preview.DefaultPlatform;

    /// <summary>What each column will be taken for. At most 500.</summary>
    public IReadOnlyList<ImportColumn> Columns => [.. file.Preview.Columns.Select(column => new ImportColumn(column))];

    /// <summary>What to look at before starting, about the file as a whole.</summary>
    public IReadOnlyList<string> Problems => file.Preview.Problems;
}

/// <summary>A column of an uploaded file.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class ImportColumn(ColumnProfile column)
{
    /// <summary>From 0.</summary>
    public int Index => column.Index;

    /// <summary>Null when the column has none.</summary>
    public string? Header => column.Header;

    /// <summary>What it will be taken for.</summary>
    public ColumnMeaning Meaning => column.Meaning;

    /// <summary>Which account a handle or figure belongs to; null leaves it to the row or to the default platform.</summary>
    public Platform? Platform => column.Platform;

    /// <summary>How its numbers are written; null for a column without numbers.</summary>
    public NumberFormat? NumberFormat => column.NumberFormat;

    /// <summary>A few distinct values as they stand in the file; none once the import is complete.</summary>
    public IReadOnlyList<string> Examples => column.Examples;

    /// <summary>What to look at before starting.</summary>
    public IReadOnlyList<string> Problems => column.Problems;
}

/// <summary>An import under way or done. Every row is counted once in processed, and once in created, updated, skipped or failed.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class ImportJob(string key, ImportProgress progress) : INode
{
    public NodeId Id => NodeId.Of<ImportJob>(key);

    /// <summary>Where it stands.</summary>
    public ImportStatus Status => progress.Status;

    /// <summary>Rows with data in the file.</summary>
    public int Total => progress.Total;

    /// <summary>Rows that are done.</summary>
    public int Processed => progress.Processed;

    /// <summary>Rows that brought a new influencer.</summary>
    public int Created => progress.Created;

    /// <summary>Rows that added something to an influencer who was known.</summary>
    public int Updated => progress.Updated;

    /// <summary>Rows that said nothing new.</summary>
    public int Skipped => progress.Skipped;

    /// <summary>Rows that were left out; each has a problem that says why.</summary>
    public int Failed => progress.Failed;

    /// <summary>The file and how it is read.</summary>
    public IDataLoaderResult<Import> Import(ImportLoader loader) => loader.LoadExisting(key);

    /// <summary>What was found in the rows: the first thousand.</summary>
    public IReadOnlyList<ImportRowProblem> Problems =>
        [.. progress.Problems.Select(problem => new ImportRowProblem(problem.Row, problem.Column, problem.Message, problem.Fatal))];
}

/// <summary>Something in a row that you should know.</summary>
/// <param name="Row">As a spreadsheet program counts: from 1, with header and blank rows.</param>
/// <param name="Column">The header or the column's letter; null when the whole row is meant.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Fatal">The row was left out because of it. Otherwise only the value was, or nothing.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record ImportRowProblem(int Row, string? Column, string Message, bool Fatal);

public sealed class ImportLoader(ImportFiles files, Caller caller) : NodeLoader<Import>
{
    protected override async Task<IReadOnlyDictionary<string, Import>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await files.ByIds(caller.Workspace, keys, cancellation)).ToDictionary(found => found.Key, found => new Import(found.Value));
}

public sealed class ImportJobLoader(IGrainFactory grains, Caller caller) : NodeLoader<ImportJob>
{
    protected override async Task<IReadOnlyDictionary<string, ImportJob>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var jobs = await Task.WhenAll(keys.Select(async key => (Key: key, Progress: await grains.ImportJob(caller, key).GetProgress())));
        return jobs.Where(job => job.Progress is not null).ToDictionary(job => job.Key, job => new ImportJob(job.Key, job.Progress!));
    }
}
