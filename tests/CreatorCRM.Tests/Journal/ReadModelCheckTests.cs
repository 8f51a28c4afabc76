using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Deliverables;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Journal;

public abstract class ReadModelCheckTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));
    private CrmSilo _crm = null!;

    public async ValueTask InitializeAsync()
    {
        _crm = await CrmSilo.Start(engine, postgres);
        await Accepted(_crm.Grain<ICampaignGrain>("c1").Create(new CreateCampaign("Bread",
            new CampaignChanges { StartsOn = new Change<DateOnly?>(new DateOnly(2026, 4, 1)) }), Manager));
        foreach (var i in Enumerable.Range(1, 4))
        {
            var account = new NewAccount(Platform.Instagram, $"baker{i}", null, new Metrics(10_000 * i, 1700.5m, 55, 9000, 12.3456789m, 3.5m));
            await Accepted(_crm.Grain<IInfluencerGrain>($"i{i}").Create(new CreateInfluencer($"Baker {i}", [account],
                new InfluencerChanges { Niches = ["bread", "cake"] }), Manager with { CommandId = $"k{i}", Fingerprint = "f" }));
            await Accepted(_crm.Grain<IInfluencerGrain>($"i{i}").Update(new InfluencerChanges { Niches = ["cake"], Tags = ["a", "b"] }, Manager));
            var partnership = _crm.Grain<IPartnershipGrain>($"p{i}");
            await Accepted(partnership.Create(new CreatePartnership($"i{i}", $"Baker {i}", "c1", "Bread", null), Manager));
            await Accepted(partnership.LogOutreach(new LogOutreach(OutreachDirection.Out, OutreachChannel.Email, "Hello", "Dear baker", null, null),
                Manager with { CommandId = $"o{i}", Fingerprint = "f" }));
            await Accepted(partnership.ProposeOffer(new ProposeOffer(Party.Brand, [new FixedFee(new Money(25_000, Currency.Parse("EUR")))], "First"), Manager));
            await Accepted(partnership.AddDeliverable(new AddDeliverable(DeliverableKind.InstagramStory, new DateOnly(2026, 4, 20), null), Manager));
        }
    }

    public ValueTask DisposeAsync() => _crm.DisposeAsync();

    [Fact]
    public async Task What_the_program_wrote_is_sound()
    {
        var report = await Check();
        report.Damages.ShouldBeEmpty();
        (report.Streams, report.IsSound).ShouldBe((9, true));
        report.Rows.ShouldBe(1 + 4 * 10);
    }

    [Theory]
    [InlineData("UPDATE influencers SET display_name = 'Somebody' WHERE id = 'i2'", DamageKind.DifferentRow, "influencers", "default/i2")]
    [InlineData("UPDATE metric_snapshots SET average_likes = NULL WHERE id = 'i1.1.4'", DamageKind.DifferentRow, "metric_snapshots", "default/i1.1.4")]
    [InlineData("DELETE FROM offers WHERE id = 'p3.1'", DamageKind.MissingRow, "offers", "default/p3.1")]
    [InlineData("INSERT INTO influencer_tags (workspace, influencer_id, name, ordinal) VALUES ('default', 'i1', 'c', 2)", DamageKind.ExtraRow,
        "influencer_tags", "default/i1/c")]
    [InlineData("UPDATE outreach_messages SET id = 'p9.1' WHERE id = 'p1.1'", DamageKind.ExtraRow, "outreach_messages", "default/p9.1")]
    [InlineData("DELETE FROM events WHERE stream = 'default/partnership/p1' AND version = 2", DamageKind.Versions, "default/partnership/p1", "3")]
    [InlineData("UPDATE streams SET version = version + 1 WHERE stream = 'default/influencer/i1'", DamageKind.Versions, "default/influencer/i1", null)]
    [InlineData("DELETE FROM streams WHERE stream = 'default/campaign/c1'", DamageKind.Versions, "default/campaign/c1", "")]
    [InlineData("DELETE FROM event_subjects WHERE subject = 'influencer/i1'", DamageKind.Subjects, "default/influencer/i1", "1")]
    [InlineData("DELETE FROM commands WHERE id = 'k1'", DamageKind.Commands, "default/influencer/i1", "k1")]
    [InlineData("UPDATE commands SET version = 99 WHERE id = 'o2'", DamageKind.Commands, "default/partnership/p2", "o2")]
    [InlineData("UPDATE influencers SET replies = 7 WHERE id = 'i4'", DamageKind.Totals, "influencers", "default/i4")]
    [InlineData("UPDATE events SET type = 'partnership.sung' WHERE stream = 'default/partnership/p4' AND version = 2", DamageKind.Unreadable,
        "default/partnership/p4", "2")]
    public async Task Planted_damage_is_found_and_named(string sql, DamageKind kind, string where, string? key)
    {
        await using (var db = _crm.Read())
        {
            await db.Database.ExecuteSqlRawAsync(sql);
        }
        var report = await Check();
        report.IsSound.ShouldBeFalse();
        report.Damages.ShouldContain(damage => damage.Kind == kind && damage.Where == where && (key == null || damage.Key == key),
            string.Join('\n', report.Damages));
    }

    [Fact]
    public async Task A_different_row_is_described_column_by_column()
    {
        await using (var db = _crm.Read()) await db.Database.ExecuteSqlRawAsync("UPDATE influencers SET owner = 'x', is_minor = NOT is_minor WHERE id = 'i1'");
        (await Check()).Damages.ShouldHaveSingleItem().Detail.ShouldBe("is_minor is 1, told as 0; owner is x, told as NULL");
    }

    [Fact]
    public async Task More_damage_than_asked_for_is_counted()
    {
        await using (var db = _crm.Read()) await db.Database.ExecuteSqlRawAsync("DELETE FROM accounts");
        var report = await Check(limit: 1);
        (report.Damages.Count, report.DamageCount).ShouldBe((1, 4));
    }

    private async Task<CheckReport> Check(int limit = 1000) =>
        await new ReadModelCheck(_crm.Services.GetRequiredService<IDbContextFactory<CrmDbContext>>(), EventCatalog.Default).Run(limit);

    private static async Task Accepted(Task<CommandResult> result) => (await result).Refusals.ShouldBeEmpty();
}

public sealed class SqliteReadModelCheckTests(PostgresServer postgres) : ReadModelCheckTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresReadModelCheckTests(PostgresServer postgres) : ReadModelCheckTests(StorageEngine.Postgres, postgres);
