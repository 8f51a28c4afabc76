using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Compensation;

/// <summary>Two nodes with a writer each, on one database.</summary>
public sealed class TwoNodesBudgetTests(PostgresServer postgres)
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    [Fact]
    public async Task Acceptances_on_two_nodes_at_once_do_not_overrun_the_budget()
    {
        var storage = await CrmSilo.NewStorage(StorageEngine.Postgres, postgres);
        await using var one = await CrmSilo.Start(storage, clusterId: "one");
        await using var other = await CrmSilo.Start(storage, clusterId: "other");
        await one.Grain<ICampaignGrain>("c").Create(new CreateCampaign("Bread", new CampaignChanges { Budget = new(new Money(5_000, Currency.Eur)) }), Manager);
        await Task.WhenAll(Enumerable.Range(1, 200).Select(i => Deal.Offer(i % 2 == 0 ? one : other, i, new FixedFee(new Money(100, Currency.Eur)))));

        var results = await Task.WhenAll(Enumerable.Range(1, 200).Select(i =>
            (i % 2 == 0 ? one : other).Grain<IPartnershipGrain>($"p{i}").AcceptOffer(new CloseOffer("1", null), Manager)));

        results.Count(result => result.IsAccepted).ShouldBe(50);
        results.Where(result => !result.IsAccepted).ShouldAllBe(result => result.Refusals.Single().Code == RefusalCode.BudgetExceeded);
        await using var db = one.Read();
        (await db.Set<CampaignSpendRow>().SingleAsync()).CommittedMinor.ShouldBe(5_000);
        (await db.Set<PartnershipRow>().CountAsync(row => row.Stage == PartnershipStage.Agreed)).ShouldBe(50);
    }
}
