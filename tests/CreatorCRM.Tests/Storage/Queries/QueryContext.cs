using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class QueryContext(DbContextOptions<QueryContext> options) : DbContext(options)
{
    public DbSet<PersonRow> People => Set<PersonRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PersonRow>(person =>
        {
            person.ToTable("people").HasKey(row => new { row.Workspace, row.Id });
            person.HasMany(row => row.Niches).WithOne().HasForeignKey(niche => new { niche.Workspace, niche.PersonId });
        });
        modelBuilder.Entity<PersonNicheRow>().ToTable("person_niches").HasKey(row => new { row.Workspace, row.PersonId, row.Name });
        modelBuilder.UseCrmConventions(Database.IsNpgsql() ? StorageEngine.Postgres : StorageEngine.Sqlite);
    }
}
