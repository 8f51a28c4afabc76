using CreatorCRM.Common;
using CreatorCRM.Imports;
using CreatorCRM.Storage;
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
        // As if there were many rows.
        if (engine == StorageEngine.Postgres)
            storage = storage with { PostgresConnectionString = $"{storage.PostgresConnectionString};Options=-c enable_seqscan=off" };
        var plans = new QueryPlans();
        await using var crm = await CrmSilo.Start(storage, ownsStorage: true,
            replace: services => services.ConfigureDbContext<CrmDbContext>((_, options) => options.AddInterceptors(plans)));
        plans.Plans.Clear();
        var rows = Csv.Rows("instagram,tiktok\nmia,mia.two\ntom,\n");
        var outcomes = await crm.Services.GetRequiredService<ImportRowWriter>().Write(new EntityKey("default", "i"), rows, new Actor("m", "Manager"));
        outcomes.ShouldAllBe(row => row.Outcome == RowOutcome.Created);

        var plan = plans.Plans.Where(plan => plan.Contains("accounts", StringComparison.Ordinal)).ShouldHaveSingleItem();
        plan.Split('\n').ShouldContain(line => line.Contains(seek, StringComparison.Ordinal) && !line.Contains("Filter", StringComparison.Ordinal), plan);
    }
}
