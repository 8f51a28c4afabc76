using System.Collections.Immutable;
using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Sequences;
using CreatorCRM.Payouts;
using CreatorCRM.Sales;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Tests.Demo;

public abstract class DemoTests(ToldDemo demo) : IAsyncLifetime
{
    private readonly CrmDbContext _read = demo.Read();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _read.DisposeAsync();

    [Fact]
    public async Task There_are_120_influencers_6_campaigns_and_60_partnerships()
    {
        (await _read.Set<InfluencerRow>().CountAsync()).ShouldBe(120);
        (await _read.Set<CampaignRow>().CountAsync()).ShouldBe(6);
        (await _read.Set<PartnershipRow>().CountAsync()).ShouldBe(60);
        (demo.Summary.Influencers, demo.Summary.Campaigns, demo.Summary.Partnerships, demo.Summary.Repeated).ShouldBe((120, 6, 60, 0));
    }

    [Fact]
    public async Task Every_tier_and_every_kind_of_person_is_there()
    {
        var people = await _read.Set<InfluencerRow>().ToListAsync();
        ShouldHoldEvery(people.Select(person => person.Tier!.Value));
        people.ShouldContain(person => person.IsMinor);
        people.ShouldContain(person => person.IsCustomer && person.Tier == Tier.Nano);
        people.ShouldContain(person => person.DoNotContact && person.DoNotContactReason != null);
        people.Where(person => person.Tier >= Tier.Macro).ShouldAllBe(person => person.Agency != null);
        people.Select(person => person.Owner).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Engagement_falls_as_followings_grow()
    {
        var people = await _read.Set<InfluencerRow>().Where(row => row.EngagementFormula == EngagementFormula.LikesAndCommentsPerFollowers).ToListAsync();
        people.Where(person => person.Tier == Tier.Micro).Average(person => person.EngagementRate!.Value).ShouldBeInRange(0.03m, 0.042m);
        people.Where(person => person.Tier == Tier.Macro).Average(person => person.EngagementRate!.Value).ShouldBeInRange(0.011m, 0.019m);
    }

    [Fact]
    public async Task Every_stage_and_state_occurs()
    {
        ShouldHoldEvery(await _read.Set<PartnershipRow>().Select(row => row.Stage).ToListAsync());
        ShouldHoldEvery(await _read.Set<CampaignRow>().Select(row => row.Status).ToListAsync());
        ShouldHoldEvery(await _read.Set<OfferRow>().Select(row => row.Status).ToListAsync());
        ShouldHoldEvery(await _read.Set<SequenceRunRow>().Select(row => row.Status).ToListAsync());
        ShouldHoldEvery(await _read.Set<ContractRow>().Select(row => row.Status).ToListAsync());
        (await _read.Set<DeliverableRow>().Select(row => row.Status).Distinct().ToListAsync())
            .ShouldBe([DeliverableStatus.Planned, DeliverableStatus.Published, DeliverableStatus.Verified], ignoreOrder: true);
        (await _read.Set<UsageRightRow>().Select(row => row.CutBy).Distinct().CountAsync()).ShouldBe(3);
        var kinds = (await Offers()).SelectMany(offer => offer.Compensation).Select(component => component.GetType()).Distinct();
        kinds.ShouldBe([typeof(FixedFee), typeof(ProductGift), typeof(Commission), typeof(PerformanceBonus), typeof(Discount), typeof(Cashback),
            typeof(UsageFee)], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_campaign_has_goals_a_budget_and_a_second_version_of_its_brief()
    {
        var campaigns = await _read.Set<CampaignRow>().ToListAsync();
        campaigns.ShouldAllBe(campaign => campaign.BriefVersion == 2 && campaign.BudgetMinor > 0 && campaign.StartsOn < campaign.EndsOn);
        ShouldHoldEvery(campaigns.SelectMany(campaign => CrmJson.Read<ImmutableArray<CampaignGoal>>(campaign.Goals)).Select(goal => goal.Kind));
    }

    [Fact]
    public async Task Campaigns_spend_within_their_budgets_on_what_was_sold_and_paid()
    {
        var spends = await _read.Set<CampaignSpendRow>().ToListAsync();
        spends.Count.ShouldBe(6);
        spends.ShouldAllBe(spend => spend.CommittedMinor <= spend.CeilingMinor);
        spends.ShouldContain(spend => spend.EarnedMinor > 0 && spend.PaidMinor > 0);
        (await _read.Set<SaleRow>().CountAsync()).ShouldBeGreaterThan(20);
        (await _read.Set<SaleReversalRow>().CountAsync()).ShouldBeGreaterThan(0);
        var payouts = await _read.Set<PayoutRow>().ToListAsync();
        payouts.ShouldContain(payout => payout.AmountMinor > 50_000);
        payouts.Select(payout => payout.Status).Distinct().ShouldBe([PayoutStatus.Paid, PayoutStatus.Failed], ignoreOrder: true);
        payouts.ShouldContain(payout => payout.Status == PayoutStatus.Paid && payout.Attempts.Contains("FAILED"));
        payouts.ShouldAllBe(payout => payout.ApprovedBy != payout.ProposedBy);
    }

    [Fact]
    public async Task History_spans_two_years_and_ends_before_now()
    {
        var first = await _read.Set<EventRow>().MinAsync(row => row.OccurredAt);
        var last = await _read.Set<EventRow>().MaxAsync(row => row.OccurredAt);
        (ToldDemo.Now - first).TotalDays.ShouldBe(730, 1);
        (ToldDemo.Now - last).TotalDays.ShouldBeInRange(0, 30);
        var longest = await _read.Set<MetricSnapshotRow>().GroupBy(row => row.AccountId).Select(account => account.Count()).MaxAsync();
        longest.ShouldBeInRange(24, 26);
    }

    [Fact]
    public async Task The_journal_is_in_the_order_of_time()
    {
        var log = await _read.Set<EventRow>().OrderBy(row => row.Position).Select(row => row.OccurredAt).ToListAsync();
        log.ShouldBe(log.Order());
        (await _read.Set<EventRow>().AllAsync(row => row.RecordedAt == row.OccurredAt)).ShouldBeTrue();
    }

    [Fact]
    public async Task Replies_follow_outreach()
    {
        var messages = await _read.Set<OutreachMessageRow>().ToListAsync();
        foreach (var partnership in messages.GroupBy(message => message.PartnershipId))
        {
            var written = partnership.Where(message => message.Direction == OutreachDirection.Out).Min(message => message.OccurredAt);
            partnership.Where(message => message.Direction == OutreachDirection.In).ShouldAllBe(reply => reply.OccurredAt > written);
        }
        messages.ShouldContain(message => message.Body!.Contains("Viele Grüße"));
        messages.ShouldAllBe(message => !$"{message.Subject}{message.Body}".Contains('{'));
    }

    [Fact]
    public async Task Contracts_are_drafted_then_sent_then_signed()
    {
        var contracts = (await _read.Set<ContractRow>().ToListAsync())
            .ConvertAll(row => (Row: row, Signed: CrmJson.Read<ImmutableArray<Signature>>(row.Signatures)));
        foreach (var (row, signed) in contracts)
        {
            if (row.SentAt is { } sent) sent.ShouldBeGreaterThan(row.DraftedAt);
            signed.ShouldAllBe(signature => signature.SignedAt > row.SentAt);
            signed.Select(signature => signature.Party).ShouldBe(new[] { Party.Influencer, Party.Brand }.Take(signed.Length));
        }
        contracts.ShouldContain(contract => contract.Signed.Any(signature => signature.Guardian != null));
    }

    [Fact]
    public async Task Offers_are_answered_after_they_were_made_and_some_are_counters()
    {
        var offers = await Offers();
        offers.ShouldAllBe(offer => offer.Row.ClosedAt == null || offer.Row.ClosedAt > offer.Row.ProposedAt);
        offers.ShouldContain(offer => offer.Row.Answers != null && offer.Row.By == Party.Influencer);
    }

    [Fact]
    public async Task Follow_ups_are_due_in_the_past_and_in_the_future()
    {
        var due = await _read.Set<PartnershipRow>().Where(row => row.NextFollowUpAt != null).Select(row => row.NextFollowUpAt).ToListAsync();
        due.ShouldContain(at => at < ToldDemo.Now);
        due.ShouldContain(at => at > ToldDemo.Now);
    }

    [Fact]
    public async Task Every_e_mail_address_is_at_example_com()
    {
        var points = (await _read.Set<InfluencerRow>().ToListAsync()).SelectMany(row => CrmJson.Read<ImmutableArray<ContactPoint>>(row.ContactPoints)).ToList();
        points.Count.ShouldBeGreaterThanOrEqualTo(120);
        points.ShouldAllBe(point => point.Kind == ContactPointKind.Email && point.Value.EndsWith("@example.com"));
        var journal = await _read.Set<EventRow>().Select(row => row.Data).ToListAsync();
        journal.SelectMany(data => data.Split('@').Skip(1)).ShouldAllBe(rest => rest.StartsWith("example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_run_writes_nothing_and_says_so()
    {
        var before = await _read.Set<EventRow>().MaxAsync(row => row.Position);
        var said = new StringWriter();
        var again = await ToldDemo.Tell(demo.Storage, ToldDemo.Now.AddDays(40), output: said);
        (again.Written, again.Repeated).ShouldBe((0, demo.Summary.Written));
        said.ToString().ShouldContain("nothing was changed");
        (await _read.Set<EventRow>().MaxAsync(row => row.Position)).ShouldBe(before);
    }

    private async Task<List<(OfferRow Row, ImmutableArray<CompensationComponent> Compensation)>> Offers() =>
        [.. (await _read.Set<OfferRow>().ToListAsync()).Select(row => (row, CrmJson.Read<ImmutableArray<CompensationComponent>>(row.Compensation)))];

    private static void ShouldHoldEvery<T>(IEnumerable<T> values) where T : struct, Enum => values.Distinct().Order().ShouldBe(Enum.GetValues<T>());
}

public sealed class DemoTestsOnSqlite(DemoOnSqlite demo) : DemoTests(demo), IClassFixture<DemoOnSqlite>;

public sealed class DemoTestsOnPostgres(DemoOnPostgres demo) : DemoTests(demo), IClassFixture<DemoOnPostgres>;
