using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using CreatorCRM.Tests.Compensation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Contracts;

/// <summary>A contract from before terms without channels stood in the ledger of usage rights.</summary>
public sealed class AllChannelsTests(PostgresServer postgres)
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));
    private static readonly ContractTerms Terms = new() { UsageRights = [new("Reel", [], null, new PeriodOfDays(null, null))] };

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_ledger_gets_its_lines_with_the_first_start(StorageEngine engine)
    {
        var storage = await CrmSilo.NewStorage(engine, postgres);
        await using (var before = await CrmSilo.Start(storage))
        {
            await Sign(before);
            await using var db = before.Read();
            foreach (var sql in (string[])["DELETE FROM usage_rights", "DELETE FROM schema_migrations WHERE version = 26"])
                await db.Database.ExecuteSqlRawAsync(sql);
        }
        await using (var after = await CrmSilo.Start(storage))
        {
            await using var db = after.Read();
            (await db.Set<UsageRightRow>().OrderBy(row => row.Id).Select(row => row.Channel).ToListAsync()).ShouldBe(Enum.GetValues<UsageChannel>());
            (await new ReadModelCheck(after.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>(), EventCatalog.Default).Run()).Damages.ShouldBeEmpty();
        }
        SqliteConnection.ClearAllPools();
        if (engine == StorageEngine.Sqlite) Directory.Delete(storage.DataFolder, recursive: true);
    }

    private static async Task Sign(CrmSilo crm)
    {
        await crm.Grain<ICampaignGrain>("c").Create(new CreateCampaign("Bread", new CampaignChanges()), Manager);
        await Deal.Offer(crm, 1, new FixedFee(new Money(500, Currency.Eur)));
        var partnership = crm.Grain<IPartnershipGrain>("p1");
        await partnership.AcceptOffer(new CloseOffer("1", null), Manager);
        await partnership.DraftContract(new DraftContract(Terms), Manager);
        await partnership.SendContract(new SendContract("1"), Manager);
        await partnership.SignContract(new SignContract("1", Party.Influencer, "Mia", null, null), Manager);
        (await partnership.SignContract(new SignContract("1", Party.Brand, "Jo", null, null), Manager)).Refusals.ShouldBeEmpty();
    }
}
