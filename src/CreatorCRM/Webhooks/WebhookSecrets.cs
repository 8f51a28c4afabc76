using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Webhooks;

/// <summary>
/// The signing secrets. The journal says which numbers a webhook has; the secret of a number is made when it is asked for first, so no crash can leave a number
/// without one or a secret without a number.
/// </summary>
public sealed class WebhookSecrets(IDbContextFactory<CrmDbContext> contexts, DbDataSource source)
{
    public const string Prefix = "whsec_";
    private const int Bytes = 32;

    /// <summary>As Standard Webhooks writes it: <c>whsec_</c> and base64.</summary>
    public async Task<string> Get(EntityKey webhook, int number, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await Find(db, webhook, number, cancel) is { } secret) return secret;
        var made = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        // Two may ask at the same time; both get the one that was first. A deleted webhook gets none.
        await using var writing = await Writing.Begin(contexts, source, cancel);
        await writing.Db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO webhook_secrets (workspace, webhook_id, number, secret) SELECT workspace, id, {number}, {made} FROM webhooks
            WHERE workspace = {webhook.Workspace} AND id = {webhook.Id} ON CONFLICT DO NOTHING
            """, cancel);
        return await Find(db, webhook, number, cancel) ?? throw new InvalidOperationException($"The webhook {webhook} was deleted.");
    }

    /// <summary>Those that sign at this moment, the one in use first.</summary>
    public async Task<ImmutableArray<string>> Signing(WebhookRow webhook, DateTimeOffset now, CancellationToken cancel)
    {
        var key = new EntityKey(webhook.Workspace, webhook.Id);
        var current = await Get(key, webhook.Secret, cancel);
        return webhook.OldSecretUntil > now ? [current, await Get(key, webhook.Secret - 1, cancel)] : [current];
    }

    /// <summary>Those of a webhook that was deleted.</summary>
    public async Task Forget(EntityKey webhook, CancellationToken cancel)
    {
        await using var writing = await Writing.Begin(contexts, source, cancel);
        await writing.Db.Set<WebhookSecretRow>().Where(row => row.Workspace == webhook.Workspace && row.WebhookId == webhook.Id).ExecuteDeleteAsync(cancel);
    }

    private static Task<string?> Find(CrmDbContext db, EntityKey webhook, int number, CancellationToken cancel) => db.Set<WebhookSecretRow>()
        .Where(row => row.Workspace == webhook.Workspace && row.WebhookId == webhook.Id && row.Number == number).Select(row => row.Secret)
        .SingleOrDefaultAsync(cancel);
}
