using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Influencers;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;

namespace CreatorCRM.Tests.Partnerships;

public abstract class DoNotContactTests(StorageEngine engine, PostgresServer postgres)
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));
    private static readonly DateTimeOffset Later = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task No_way_leads_to_a_person_who_must_not_be_contacted()
    {
        await using var crm = await CrmSilo.Start(engine, postgres);
        await crm.Grain<ICampaignGrain>("c").Create(new CreateCampaign("Bread", new CampaignChanges()), Manager);
        await crm.Grain<IInfluencerGrain>("i").Create(new CreateInfluencer("Mia", [], new InfluencerChanges()), Manager);
        var partnership = crm.Grain<IPartnershipGrain>("p");
        (await partnership.Create(new CreatePartnership("i", "Mia", "c", "Bread", null), Manager)).IsAccepted.ShouldBeTrue();
        await crm.Grain<IInfluencerGrain>("i").SetDoNotContact(new SetDoNotContact("asked"), Manager);

        CommandResult[] refused =
        [
            await partnership.LogOutreach(new LogOutreach(OutreachDirection.Out, OutreachChannel.Email, null, null, null, null), Manager),
            await partnership.ProposeOffer(new ProposeOffer(Party.Brand, [new FixedFee(new Money(100, Currency.Eur))], null), Manager),
            await partnership.ScheduleFollowUp(new ScheduleFollowUp(Later, null), Manager),
            await partnership.LogOutreach(new LogOutreach(OutreachDirection.In, OutreachChannel.Email, null, null, null, Later), Manager),
        ];
        refused.ShouldAllBe(result => result.Refusals.Length == 1 && result.Refusals[0].Code == RefusalCode.DoNotContact);
        // What the person says of their own accord is kept.
        (await partnership.LogOutreach(new LogOutreach(OutreachDirection.In, OutreachChannel.Email, null, null, null, null), Manager)).IsAccepted.ShouldBeTrue();
    }
}

public sealed class SqliteDoNotContactTests(PostgresServer postgres) : DoNotContactTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresDoNotContactTests(PostgresServer postgres) : DoNotContactTests(StorageEngine.Postgres, postgres);
