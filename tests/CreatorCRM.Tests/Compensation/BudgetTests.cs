using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Sales;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Compensation;

/// <summary>A campaign's budget is never overrun, whoever accepts what at the same moment.</summary>
public abstract class BudgetTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));
    private CrmSilo _crm = null!;

    public async ValueTask InitializeAsync() => _crm = await CrmSilo.Start(engine, postgres);

    public ValueTask DisposeAsync() => _crm.DisposeAsync();

    [Fact]
    public async Task Of_two_hundred_acceptances_at_once_as_many_pass_as_the_budget_pays_for()
    {
        await Campaign(Eur(50 * 100));
        await Task.WhenAll(Enumerable.Range(1, 200).Select(i => Offered(i, new FixedFee(Eur(100)))));
        var results = await Task.WhenAll(Enumerable.Range(1, 200).Select(Accept));
        results.Count(result => result.IsAccepted).ShouldBe(50);
        results.Where(result => !result.IsAccepted).ShouldAllBe(result => result.Refusals.Single().Code == RefusalCode.BudgetExceeded);
        results.First(result => !result.IsAccepted).Refusals.Single().Message.ShouldBe(
            "The campaign's budget is 50.00 EUR, of which 50.00 EUR is committed. This commits 1.00 EUR more, so 1.00 EUR is missing: raise the budget or agree on less.");
        await Spends((50 * 100, 0, 0, 50 * 100));

        // One gives up, so one more gets in, and no second.
        var (inside, outside) = (Array.FindIndex(results, result => result.IsAccepted) + 1, Array.FindIndex(results, result => !result.IsAccepted) + 1);
        await Done(Partnership(inside).ChangeStage(new ChangeStage(PartnershipStage.Cancelled, null), Manager));
        await Spends((49 * 100, 0, 0, 50 * 100));
        var again = await Task.WhenAll(results.Select((result, i) => (result, i)).Where(one => !one.result.IsAccepted).Take(5).Select(one => Accept(one.i + 1)));
        again.Count(result => result.IsAccepted).ShouldBe(1);
        await Sound();
    }

    [Fact]
    public async Task A_budget_can_be_cut_below_what_is_agreed_and_then_lets_nobody_in_until_it_is_raised()
    {
        await Campaign(Eur(1_000));
        await Offered(1, new FixedFee(Eur(800)));
        await Offered(2, new FixedFee(Eur(150)));
        await Done(Accept(1));
        await Budget(Eur(500));
        await Spends((800, 0, 0, 500));
        (await Accept(2)).Refusals.Single().Code.ShouldBe(RefusalCode.BudgetExceeded);
        // What is agreed goes on: its commits raise nothing.
        await Signed(1);
        await Budget(Eur(950));
        await Done(Accept(2));
        await Budget(null);
        await Offered(3, new FixedFee(Eur(100_000)));
        await Done(Accept(3));
        await Spends((100_950, 0, 0, null));
        await Sound();
    }

    [Fact]
    public async Task What_is_agreed_is_in_the_currency_of_the_budget()
    {
        await Campaign(Eur(1_000));
        await Offered(1, new FixedFee(new Money(100, Currency.Parse("USD"))));
        (await Accept(1)).Refusals.Single().Code.ShouldBe(RefusalCode.CurrencyMismatch);
        await Offered(2, new Commission(10, null, null));
        await Done(Accept(2));
        (await Sell(2, "1", new Money(100, Currency.Parse("USD")))).Refusals.Single().Code.ShouldBe(RefusalCode.CurrencyMismatch);
        // A budget in another currency watches over that one; what was agreed before stays as it is.
        await Done(Sell(2, "1", Eur(100)));
        await Budget(new Money(5_000, Currency.Parse("USD")));
        await Done(Accept(1));
        await using var db = _crm.Read();
        var spends = await db.Set<CampaignSpendRow>().OrderBy(row => row.Currency).Select(row => new { row.Currency, row.CommittedMinor, row.CeilingMinor })
            .ToListAsync();
        spends.Select(spend => (spend.Currency, spend.CommittedMinor, spend.CeilingMinor)).ShouldBe([("EUR", 10, null), ("USD", 100, 5_000)]);
        await Sound();
    }

    [Fact]
    public async Task Contracts_sales_and_exits_move_what_is_committed_and_earned()
    {
        await Campaign(Eur(100_000));
        await Offered(1, new FixedFee(Eur(25_000)), new UsageFee(Eur(10_000), null), new Commission(10, null, null));
        await Done(Accept(1));
        await Spends((35_000, 0, 0, 100_000));
        await Signed(1);
        await Spends((35_000, 10_000, 0, 100_000));
        await Done(Sell(1, "A1", Eur(4_995)));
        await Done(Sell(1, "A2", Eur(1_000)));
        await Spends((35_600, 10_600, 0, 100_000));
        await Done(Partnership(1).ReverseSale(new ReverseSale("1", Eur(4_000), "damaged", null), Manager));
        await Spends((35_200, 10_200, 0, 100_000));
        await Done(Partnership(1).ReverseSale(new ReverseSale("1", null, null, null), Manager));
        await Spends((35_100, 10_100, 0, 100_000));
        await Done(Partnership(1).ChangeStage(new ChangeStage(PartnershipStage.Cancelled, null), Manager));
        await Spends((10_100, 10_100, 0, 100_000));
        await Sound();
    }

    [Fact]
    public async Task An_uncapped_share_cannot_break_the_budget_either()
    {
        await Campaign(Eur(1_000));
        await Offered(1, new Commission(50, null, null));
        await Done(Accept(1));
        await Done(Sell(1, "1", Eur(2_000)));
        (await Sell(1, "2", Eur(2))).Refusals.Single().Code.ShouldBe(RefusalCode.BudgetExceeded);
        await Budget(Eur(1_001));
        await Done(Sell(1, "2", Eur(2)));
    }

    [Fact]
    public async Task Sales_are_recorded_once_and_go_back_at_most_whole()
    {
        await Campaign(null);
        await Offered(1, new Commission(null, Eur(300), Eur(10_000)));
        (await Sell(1, "1", Eur(100))).Refusals.Single().Code.ShouldBe(RefusalCode.IllegalStage);
        await Done(Accept(1));
        await Offered(2, new Commission(10, null, Eur(10_000)));
        await Done(Accept(2));
        (await Sell(1, "1", Eur(0))).Refusals.Single().Code.ShouldBe(RefusalCode.NotASale);
        (await Sell(1, "1", Eur(-5))).Refusals.ShouldContain(refusal => refusal.Code == RefusalCode.NegativeMoney);
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Sell(i % 2 + 1, "1", Eur(1_000))));
        atOnce.Count(result => result.IsAccepted).ShouldBe(1);
        atOnce.Where(result => !result.IsAccepted).ShouldAllBe(result => result.Refusals.Single().Code == RefusalCode.OrderTaken);
        var partnership = Partnership(atOnce[0].IsAccepted || Array.FindIndex(atOnce, result => result.IsAccepted) % 2 == 0 ? 1 : 2);

        (await partnership.ReverseSale(new ReverseSale("7", null, null, null), Manager)).Refusals.Single().Code.ShouldBe(RefusalCode.NotFound);
        (await partnership.ReverseSale(new ReverseSale("1", Eur(1_001), null, null), Manager)).Refusals.Single().Code.ShouldBe(RefusalCode.Invalid);
        var back = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => partnership.ReverseSale(new ReverseSale("1", Eur(100), null, null), Manager)));
        back.Count(result => result.IsAccepted).ShouldBe(10);
        back.Where(result => !result.IsAccepted).ShouldAllBe(result => result.Refusals.Single().Code == RefusalCode.AlreadyReversed);
        await using var db = _crm.Read();
        (await db.Set<PartnershipRow>().SumAsync(row => row.EarnedMinor)).ShouldBe(0);
        await Sound();
    }

    [Fact]
    public async Task Payouts_at_once_pay_what_is_earned_and_nothing_twice()
    {
        await Campaign(Eur(1_000));
        await Offered(1, new Commission(10, null, Eur(1_000)));
        await Done(Accept(1));
        await Done(Sell(1, "1", Eur(8_000)));
        var proposals = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Partnership(1)
            .ProposePayout(new ProposePayout([new PayoutPart(1, Eur(100))], null, null, null, null), Manager)));
        proposals.Count(result => result.IsAccepted).ShouldBe(8);
        proposals.Where(result => !result.IsAccepted).ShouldAllBe(result => result.Refusals.Single().Code == RefusalCode.NotEarned);
        foreach (var number in proposals.Where(result => result.IsAccepted).Select(result => result.Part!))
            await Done(Partnership(1).ApprovePayout(new ApprovePayout(number), Manager));
        var paid = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Partnership(1).MarkPayoutPaid(new MarkPayoutPaid("1", "TX", null), Manager)));
        paid.Count(result => result.IsAccepted).ShouldBe(1);
        paid.Where(result => !result.IsAccepted).ShouldAllBe(result => result.Refusals.Single().Code == RefusalCode.IllegalPayoutStatus);
        await Spends((1_000, 800, 100, 1_000));
        // The rest of the cap is released, what is about to be paid is not, although the sale went back.
        await Done(Partnership(1).ReverseSale(new ReverseSale("1", null, null, null), Manager));
        await Done(Partnership(1).ChangeStage(new ChangeStage(PartnershipStage.Cancelled, null), Manager));
        await Spends((800, 0, 100, 1_000));
        await Done(Partnership(1).CancelPayout(new CancelPayout("2", "sent back"), Manager));
        await Done(Partnership(1).MarkPayoutPaid(new MarkPayoutPaid("3", "TX", null), Manager));
        await Spends((700, 0, 200, 1_000));
        await Sound();
    }

    [Fact]
    public async Task A_check_finds_a_sum_that_is_not_that_of_its_partnerships()
    {
        await Campaign(Eur(1_000));
        await Offered(1, new FixedFee(Eur(800)));
        await Done(Accept(1));
        await using (var db = _crm.Read()) await db.Database.ExecuteSqlRawAsync("UPDATE campaign_spend SET committed_minor = 900");
        var damage = (await Check()).Damages.ShouldHaveSingleItem();
        (damage.Kind, damage.Where, damage.Key).ShouldBe((DamageKind.Totals, "campaign_spend", "default/c/EUR"));
        damage.Detail.ShouldBe("committed, earned and paid are too high by 100, 0 and 0, the ceiling by 0");
    }

    protected static Money Eur(long minor) => new(minor, Currency.Eur);

    private IPartnershipGrain Partnership(int number) => _crm.Grain<IPartnershipGrain>($"p{number}");

    private Task Campaign(Money? budget) =>
        Done(_crm.Grain<ICampaignGrain>("c").Create(new CreateCampaign("Bread", new CampaignChanges { Budget = new(budget) }), Manager));

    private Task Budget(Money? budget) => Done(_crm.Grain<ICampaignGrain>("c").Update(new CampaignChanges { Budget = new(budget) }, Manager));

    private Task Offered(int number, params CompensationComponent[] compensation) => Deal.Offer(_crm, number, compensation);

    private Task<CommandResult> Accept(int number) => Partnership(number).AcceptOffer(new CloseOffer("1", null), Manager);

    private Task<CommandResult> Sell(int number, string order, Money amount) =>
        Partnership(number).RecordSale(new RecordSale(order, amount, Buyer.Customer, null), Manager);

    private async Task Signed(int number)
    {
        await Done(Partnership(number).DraftContract(new DraftContract(new ContractTerms()), Manager));
        await Done(Partnership(number).SendContract(new SendContract("1"), Manager));
        await Done(Partnership(number).SignContract(new SignContract("1", Party.Influencer, "Mia", null, null), Manager));
        await Done(Partnership(number).SignContract(new SignContract("1", Party.Brand, "Jo", null, null), Manager));
    }

    private async Task Spends((long Committed, long Earned, long Paid, long? Budget) expected)
    {
        await using var db = _crm.Read();
        var spend = await db.Set<CampaignSpendRow>().SingleAsync();
        (spend.CommittedMinor, spend.EarnedMinor, spend.PaidMinor, spend.CeilingMinor).ShouldBe(expected);
    }

    private async Task Sound() => (await Check()).Damages.ShouldBeEmpty();

    private Task<CheckReport> Check() => new ReadModelCheck(_crm.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>(), EventCatalog.Default).Run();

    private static async Task Done(Task<CommandResult> result) => (await result).Refusals.ShouldBeEmpty();
}

public sealed class SqliteBudgetTests(PostgresServer postgres) : BudgetTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresBudgetTests(PostgresServer postgres) : BudgetTests(StorageEngine.Postgres, postgres);

/// <summary>Partnerships with an offer on the table.</summary>
internal static class Deal
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    /// <summary>Influencer i and partnership p of this number, in campaign c.</summary>
    public static async Task Offer(CrmSilo crm, int number, params CompensationComponent[] compensation)
    {
        await Done(crm.Grain<IInfluencerGrain>($"i{number}").Create(new CreateInfluencer($"Baker {number}", [], new InfluencerChanges()), Manager));
        var partnership = crm.Grain<IPartnershipGrain>($"p{number}");
        await Done(partnership.Create(new CreatePartnership($"i{number}", $"Baker {number}", "c", "Bread", null), Manager));
        await Done(partnership.ProposeOffer(new ProposeOffer(Party.Brand, [.. compensation], null), Manager));
    }

    private static async Task Done(Task<CommandResult> result) => (await result).Refusals.ShouldBeEmpty();
}
