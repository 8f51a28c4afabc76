using CreatorCRM.Access;
using CreatorCRM.Campaigns;
using CreatorCRM.Contracts;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CreatorCRM.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage;

/// <summary>The read model and the journal's tables, for reading. Writing is the journal's alone.</summary>
public sealed class CrmDbContext(DbContextOptions<CrmDbContext> options) : DbContext(options)
{
    public StorageEngine Engine => Database.IsNpgsql() ? StorageEngine.Postgres : StorageEngine.Sqlite;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EventRow>().ToTable("events").HasKey(row => row.Position);
        modelBuilder.Entity<EventSubjectRow>().ToTable("event_subjects").HasKey(row => new { row.Workspace, row.Subject, row.OccurredAt, row.Position });
        modelBuilder.Entity<ImportFileRow>().ToTable("imports").HasKey(row => new { row.Workspace, row.Id });
        modelBuilder.Entity<WorkspaceName>().ToView("workspace_names").HasKey(row => row.Workspace);
        modelBuilder.Entity<TokenUseRow>().ToTable("token_uses").HasKey(row => new { row.Workspace, row.TokenId });
        modelBuilder.Entity<WebhookSecretRow>().ToTable("webhook_secrets").HasKey(row => new { row.Workspace, row.WebhookId, row.Number });
        modelBuilder.Entity<WebhookProgressRow>().ToTable("webhook_progress").HasKey(row => new { row.Workspace, row.WebhookId });
        modelBuilder.Entity<WebhookDeliveryRow>().ToTable("webhook_deliveries").HasKey(row => new { row.Workspace, row.WebhookId, row.Position });
        modelBuilder.Entity<ConsoleSession>().ToTable("console_sessions").HasKey(row => row.Sha256);
        modelBuilder.Entity<CampaignSpendRow>().ToTable("campaign_spend").HasKey(row => new { row.Workspace, row.CampaignId, row.Currency });
        modelBuilder.Entity<ExclusivityConflictRow>().ToView("exclusivity_conflicts").HasKey(row => new { row.Workspace, row.Id });
        ReadModel.Map(modelBuilder);
        // Who was merged into another one is in no list, no count and no search; what follows an id looks past this.
        modelBuilder.Entity<InfluencerRow>().HasQueryFilter(row => row.MergedInto == null);
        modelBuilder.UseCrmConventions(Engine);
    }
}
