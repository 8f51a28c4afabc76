using CreatorCRM.Common;
using CreatorCRM.Imports;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Imports;

public sealed class ImportPlanTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite, "platform=? AND handle_key=?")]
    [InlineData(StorageEngine.Postgres, "(platform = ANY")]
    public async Task Whose_the_accounts_of_a_chunk_are_is_sought_by_platform_and_handle(StorageEngine engine, string seek)
    {
        var storage = await CrmSilo.NewStorage(engine, postgres);
        var plans = new QueryPlans();
        await using var crm = await CrmSilo.Start(storage, ownsStorage: true,
            replace: services => services.ConfigureDbContext<CrmDbContext>((_, options) => options.AddInterceptors(plans)));
        await Write("many", $"instagram\n{string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"person{i}"))}\n");
        // How many rows there are decides which index PostgreSQL takes.
        if (engine == StorageEngine.Postgres)
        {
            await using var db = await crm.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlRawAsync("ANALYZE accounts", TestContext.Current.CancellationToken);
        }
        plans.Plans.Clear();
        await Write("few", "instagram,tiktok\nmia,mia.two\ntom,\n");

        var plan = plans.Plans.Where(plan => plan.Contains("accounts", StringComparison.Ordinal)).ShouldHaveSingleItem();
        plan.Split('\n').ShouldContain(line => line.Contains(seek, StringComparison.Ordinal) && !line.Contains("Filter", StringComparison.Ordinal), plan);

        async Task Write(string import, string csv) =>
            (await crm.Services.GetRequiredService<ImportRowWriter>().Write(new EntityKey("default", import), Csv.Rows(csv), new Actor("m", "Manager")))
                .ShouldAllBe(row => row.Outcome == RowOutcome.Created);
    }
}
