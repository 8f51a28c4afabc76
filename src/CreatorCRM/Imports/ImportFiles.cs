using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Imports;

/// <summary>An uploaded file with what the user said of it.</summary>
/// <param name="Fingerprint">Of the whole input when it came with an idempotency key.</param>
public sealed record UploadedList(string FileName, byte[] Content, Influencers.Platform? DefaultPlatform, string? Fingerprint = null);

/// <summary>Keeps uploaded files until they are imported, for a week at most.</summary>
public sealed class ImportFiles(IDbContextFactory<CrmDbContext> contexts, AggregateServices services)
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(7);

    /// <summary>Looks at a file and keeps it with what was seen. The same id keeps the first file.</summary>
    /// <returns>The preview, or why the file cannot be read as a list of influencers.</returns>
    public async Task<(ImportPreview? Preview, Refusal? Refusal)> Add(EntityKey key, UploadedList list, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await At(db, key).Select(row => new { row.Preview, row.Fingerprint }).SingleOrDefaultAsync(cancel) is { } first)
        {
            return first.Fingerprint == list.Fingerprint
                ? (CrmJson.Read<ImportPreview>(first.Preview), null)
                : (null, new Refusal(RefusalCode.IdempotencyKeyReused, "This idempotency key was used before with another file. Use a new key for another file.", "idempotencyKey"));
        }
        if (!ImportPreviewer.TryPreview(list.Content, list.DefaultPlatform, out var preview, out var refusal)) return (null, refusal);
        var now = services.Now();
        await db.Set<ImportFileRow>().Where(row => row.Workspace == key.Workspace && row.Status == ImportStatus.Previewed && row.UploadedAt < now - Keep).ExecuteDeleteAsync(cancel);
        db.Add(new ImportFileRow
        {
            Workspace = key.Workspace, Id = key.Id, FileName = list.FileName, Fingerprint = list.Fingerprint, Content = list.Content, Preview = CrmJson.Write(preview), UploadedAt = now,
        });
        await db.SaveChangesAsync(cancel);
        return (preview, null);
    }

    /// <summary>Those that exist, by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, ImportPreview>> FindPreviews(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Set<ImportFileRow>().Where(row => row.Workspace == workspace && ids.Contains(row.Id)).Select(row => new { row.Id, row.Preview }).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Id, row => CrmJson.Read<ImportPreview>(row.Preview));
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

    public async Task MarkRunning(EntityKey key)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await At(db, key).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ImportStatus.Running));
    }

    /// <summary>Also forgets the content.</summary>
    public async Task MarkCompleted(EntityKey key)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await At(db, key).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ImportStatus.Completed).SetProperty(row => row.Content, Array.Empty<byte>()));
    }

    /// <summary>Imports of all workspaces that were started and are not complete.</summary>
    public async Task<IReadOnlyList<EntityKey>> Running(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<ImportFileRow>().Where(row => row.Status == ImportStatus.Running).Select(row => new EntityKey(row.Workspace, row.Id)).ToListAsync(cancel);
    }

    private static IQueryable<ImportFileRow> At(CrmDbContext db, EntityKey key) => db.Set<ImportFileRow>().Where(row => row.Workspace == key.Workspace && row.Id == key.Id);
}
