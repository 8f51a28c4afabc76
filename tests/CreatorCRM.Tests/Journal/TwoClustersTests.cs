using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Journal;

/// <summary>
/// Two clusters on one database, as when a command of the console runs beside the nodes: each has an activation of its own of the same entity.
/// </summary>
public sealed class TwoClustersTests(PostgresServer postgres) : IAsyncLifetime
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));
    private CrmSilo _one = null!, _other = null!;

    public async ValueTask InitializeAsync()
    {
        var storage = await CrmSilo.NewStorage(StorageEngine.Postgres, postgres);
        _one = await CrmSilo.Start(storage, clusterId: "one");
        _other = await CrmSilo.Start(storage, clusterId: "other");
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_that_writes_nothing_knows_what_the_other_activation_wrote()
    {
        var (one, other) = (_one.Grain<IInfluencerGrain>("i1"), _other.Grain<IInfluencerGrain>("i1"));
        (await one.Create(new CreateInfluencer("Mia", [], new InfluencerChanges { Tags = ["a"] }), Manager)).Version.ShouldBe(2);
        (await other.Update(new InfluencerChanges { Tags = ["b"] }, Manager)).Version.ShouldBe(3);

        // Each of these is refused, or has nothing to do, in the state that the first activation remembers.
        (await one.Update(new InfluencerChanges { Tags = ["a"] }, Manager)).Version.ShouldBe(4);
        (await other.Update(new InfluencerChanges { Tags = ["c"] }, Manager)).Version.ShouldBe(5);
        (await one.Update(new InfluencerChanges { Tags = ["d"] }, Manager with { ExpectedVersion = 5 })).Version.ShouldBe(6);
        (await other.AddAccount(new NewAccount(Platform.Instagram, "mia"), Manager)).Version.ShouldBe(7);
        (await one.RecordMetrics(new RecordMetrics("1", new Metrics(50_000), null), Manager)).Version.ShouldBe(8);
        // And a key that did something over there is known here.
        var keyed = Manager with { CommandId = "k", Fingerprint = "f" };
        (await other.Update(new InfluencerChanges { Tags = ["e"] }, keyed)).Version.ShouldBe(9);
        var again = await one.Update(new InfluencerChanges { Tags = ["e"] }, keyed);
        (again.Replayed, again.Version).ShouldBe((true, 9));
    }

    [Fact]
    public async Task Two_activations_that_write_at_once_lose_nothing_and_double_nothing()
    {
        await _one.Grain<IInfluencerGrain>("i1").Create(new CreateInfluencer("Mia", [], new InfluencerChanges()), Manager);
        var results = await Task.WhenAll(Enumerable.Range(1, 200).Select(i => (i % 2 == 0 ? _one : _other).Grain<IInfluencerGrain>("i1")
            .Update(new InfluencerChanges { Tags = [$"tag{i}"] }, Manager with { CommandId = $"c{i}", Fingerprint = "f" })));
        results.Where(result => !result.IsAccepted).ShouldAllBe(result => result.Refusals.Single().Code == RefusalCode.VersionConflict);
        var accepted = results.Where(result => result.IsAccepted).Select(result => result.Version).Order().ToArray();
        accepted.ShouldBe(Enumerable.Range(2, accepted.Length).Select(i => (long)i));
        (await Log("i1")).Select(stored => stored.Version).ShouldBe(Enumerable.Range(1, accepted.Length + 1).Select(i => (long)i));
    }

    [Fact]
    public async Task Nothing_goes_out_after_do_not_contact_was_acknowledged()
    {
        await _one.Grain<ICampaignGrain>("c1").Create(new CreateCampaign("Bread", new CampaignChanges()), Manager);
        for (var round = 0; round < 10; round++)
        {
            var (person, partnership) = ($"i{round}", $"p{round}");
            await _one.Grain<IInfluencerGrain>(person).Create(new CreateInfluencer("Mia", [], new InfluencerChanges()), Manager);
            (await _one.Grain<IPartnershipGrain>(partnership).Create(new CreatePartnership(person, "Mia", "c1", "Bread", null), Manager)).IsAccepted.ShouldBeTrue();
            var writing = Enumerable.Range(0, 20).Select(_ => _one.Grain<IPartnershipGrain>(partnership)
                .LogOutreach(new LogOutreach(OutreachDirection.Out, OutreachChannel.Email, null, null, null, null), Manager)).ToArray();
            await writing[round];
            (await _other.Grain<IInfluencerGrain>(person).SetDoNotContact(new SetDoNotContact("asked"), Manager)).IsAccepted.ShouldBeTrue();
            var sent = (await Log(partnership)).Count(stored => stored.Type == "partnership.outreach-logged");
            var results = await Task.WhenAll(writing);
            results.Count(result => result.IsAccepted).ShouldBe(sent);
            results.Where(result => !result.IsAccepted).ShouldAllBe(result => result.Refusals.Single().Code == RefusalCode.DoNotContact);
        }
    }

    private Task<IReadOnlyList<StoredEvent>> Log(string id) =>
        _one.Services.GetRequiredService<IJournalStore>()
            .Read(new StreamId("default", id[0] == 'i' ? Influencer.Kind : Partnership.Kind, id), 0, CancellationToken.None);
}
