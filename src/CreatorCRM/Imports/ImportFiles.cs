using System.Data.Common;
using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Imports;

/// <summary>An uploaded file with what the user said of it.</summary>
/// <param name="Fingerprint">Of the whole input when it came with an idempotency key.</param>
public sealed record UploadedList(string FileName, byte[] Content, Influencers.Platform? DefaultPlatform, string? Fingerprint = null);

/// <summary>An uploaded file as it was understood, without its content.</summary>
/// <param name="Id">The import's, unique in its workspace.</param>
public sealed record ImportFile(string Id, string FileName, DateTimeOffset UploadedAt, ImportStatus Status, ImportPreview Preview);

/// <summary>Keeps uploaded files until they are imported; for a week at most when nobody starts that.</summary>
public sealed class ImportFiles(IDbContextFactory<CrmDbContext> contexts, DbDataSource source, AggregateServices services)
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(7);

    private static readonly KeysetOrder<ImportListRow> NewestFirst = new KeysetOrder<ImportListRow>("imports", row => row.Id).By(row => row.UploadedAt)
        .Reversed();

    /// <summary>Looks at a file and keeps it with what was seen. The same id keeps the first file.</summary>
    /// <returns>The file, or why it cannot be read as a list of influencers.</returns>
    public async Task<(ImportFile? File, Refusal? Refusal)> Add(EntityKey key, UploadedList list, CancellationToken cancel)
    {
        if (await Find(key, cancel) is { } first) return Same(first, list);
        if (!ImportPreviewer.TryPreview(list.Content, list.DefaultPlatform, out var preview, out var refusal)) return (null, refusal);
        var now = services.Now();
        await using var writing = await Writing.Begin(contexts, source, cancel);
        // It may come twice at the same time; both get the one that was first.
        var at = writing.Db.Engine == StorageEngine.Sqlite ? Microseconds.From(now) : (object)now;
        await writing.Db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO imports (workspace, id, file_name, fingerprint, content, preview, status, uploaded_at)
            VALUES ({key.Workspace}, {key.Id}, {list.FileName}, {list.Fingerprint}, {list.Content}, {CrmJson.Write(preview)}, 'PREVIEWED', {at}) ON CONFLICT DO NOTHING
            """, cancel);
        return Same(await Find(key, cancel) ?? throw new InvalidOperationException($"The import {key} was not kept."), list);
    }

    /// <summary>Those that exist, by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, ImportFile>> ByIds(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await Listed(db.Set<ImportFileRow>().Where(row => row.Workspace == workspace && EF.Parameter(ids.ToArray()).Contains(row.Id)))
            .ToListAsync(cancel);
        return rows.ToDictionary(row => row.Id, row => row.ToFile());
    }

    /// <summary>Those that wait, run or are complete, the newest first.</summary>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    public async Task<Page<ImportFile>> List(string workspace, PageRequest page, CancellationToken cancel)
    {
        var rows = await contexts.ReadPage(db => Listed(db.Set<ImportFileRow>().Where(row => row.Workspace == workspace)), NewestFirst, page, cancel);
        return new([.. rows.Items.Select(item => new PageItem<ImportFile>(item.Node.ToFile(), item.Cursor))], rows.HasNextPage, rows.HasPreviousPage,
            rows.CountTotal);
    }

    /// <summary>Null when there is no such import.</summary>
    public async Task<ImportPreview?> FindPreview(EntityKey key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var json = await At(db, key).Select(row => row.Preview).SingleOrDefaultAsync(cancel);
        return json is null ? null : CrmJson.Read<ImportPreview>(json);
    }

    public async Task<byte[]> Read(EntityKey key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await At(db, key).Select(row => row.Content).SingleAsync(cancel);
    }

    /// <returns>False when it is not waiting any more: it was marked before, or forgotten.</returns>
    public Task<bool> MarkRunning(EntityKey key) => Mark(key, ImportStatus.Previewed, ImportStatus.Running);

    /// <summary>It was not started after all.</summary>
    public Task MarkPreviewed(EntityKey key) => Mark(key, ImportStatus.Running, ImportStatus.Previewed);

    /// <summary>Also forgets what the file says of people: its content and the examples of it.</summary>
    public async Task MarkCompleted(EntityKey key)
    {
        if (await FindPreview(key, CancellationToken.None) is not { } preview) return;
        var json = CrmJson.Write(preview.WithoutExamples());
        await using var writing = await Writing.Begin(contexts, source, CancellationToken.None);
        await At(writing.Db, key).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ImportStatus.Completed)
            .SetProperty(row => row.Content, Array.Empty<byte>()).SetProperty(row => row.Preview, json));
    }

    /// <summary>Imports of all workspaces that were started and are not complete.</summary>
    public async Task<IReadOnlyList<EntityKey>> Running(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ImportFileRow>().Where(row => row.Status == ImportStatus.Running).Select(row => new EntityKey(row.Workspace, row.Id))
            .ToListAsync(cancel);
    }

    private async Task<bool> Mark(EntityKey key, ImportStatus from, ImportStatus to)
    {
        await using var writing = await Writing.Begin(contexts, source, CancellationToken.None);
        return 1 == await At(writing.Db, key).Where(row => row.Status == from).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, to));
    }

    /// <summary>Some of those of all workspaces that nobody imported within a week, the oldest first.</summary>
    public async Task<IReadOnlyList<EntityKey>> Unwanted(DateTimeOffset now, int limit, CancellationToken cancel)
    {
        var oldest = now - Keep;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ImportFileRow>().Where(row => row.Status == ImportStatus.Previewed && row.UploadedAt < oldest).OrderBy(row => row.UploadedAt)
            .Take(limit).Select(row => new EntityKey(row.Workspace, row.Id)).ToListAsync(cancel);
    }

    /// <summary>Unless it was started meanwhile.</summary>
    public async Task Forget(EntityKey key, CancellationToken cancel)
    {
        await using var writing = await Writing.Begin(contexts, source, cancel);
        await At(writing.Db, key).Where(row => row.Status == ImportStatus.Previewed).ExecuteDeleteAsync(cancel);
    }

    private static (ImportFile? File, Refusal? Refusal) Same(ImportListRow first, UploadedList list) => first.Fingerprint == list.Fingerprint
        ? (first.ToFile(), null)
        : (null, new Refusal(RefusalCode.IdempotencyKeyReused, "This idempotency key was used before with another file. Use a new key for another file.",
            "idempotencyKey"));

    private async Task<ImportListRow?> Find(EntityKey key, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await Listed(At(db, key)).SingleOrDefaultAsync(cancel);
    }

    // A list never reads the contents, which are megabytes each.
    private static IQueryable<ImportListRow> Listed(IQueryable<ImportFileRow> rows) => rows.Select(row => new ImportListRow
    {
        Id = row.Id,
        FileName = row.FileName,
        Fingerprint = row.Fingerprint,
        Preview = row.Preview,
        Status = row.Status,
        UploadedAt = row.UploadedAt,
    });

    private static IQueryable<ImportFileRow> At(CrmDbContext db, EntityKey key) =>
        db.Set<ImportFileRow>().Where(row => row.Workspace == key.Workspace && row.Id == key.Id);

    private sealed class ImportListRow
    {
        public required string Id { get; init; }
        public required string FileName { get; init; }
        public string? Fingerprint { get; init; }
        public required string Preview { get; init; }
        public ImportStatus Status { get; init; }
        public DateTimeOffset UploadedAt { get; init; }

        public ImportFile ToFile() => new(Id, FileName, UploadedAt, Status, CrmJson.Read<ImportPreview>(Preview));
    }
}
