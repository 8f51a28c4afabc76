using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Imports;

/// <summary>Keeps uploaded files until they are imported, for a week at most.</summary>
public sealed class ImportFiles(IDbContextFactory<CrmDbContext> contexts, AggregateServices services)
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(7);

    /// <summary>Looks at a file and keeps it with what was seen. The same id keeps the first file.</summary>
    /// <returns>The preview, or why the file cannot be read as a list of influencers.</returns>
    public async Task<(ImportPreview? Preview, Refusal? Refusal)> Add(EntityKey key, string fileName, byte[] content, Influencers.Platform? defaultPlatform, CancellationToken cancel)
    {
        if (await FindPreview(key, cancel) is { } first) return (first, null);
        if (!ImportPreviewer.TryPreview(content, defaultPlatform, out var preview, out var refusal)) return (null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = services.Now();
        await db.Set<ImportFileRow>().Where(row => row.Workspace == key.Workspace && row.Status == ImportStatus.Previewed && row.UploadedAt < now - Keep).ExecuteDeleteAsync(cancel);
        db.Add(new ImportFileRow { Workspace = key.Workspace, Id = key.Id, FileName = fileName, Content = content, Preview = CrmJson.Write(preview), UploadedAt = now });
        await db.SaveChangesAsync(cancel);
        return (preview, null);
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
