using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Journal;

/// <summary>Another activation of the same campaign, as of a node that leaves, which is always the faster one.</summary>
public sealed class FasterWriterTests(PostgresServer postgres)
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_command_is_decided_anew_twice_and_then_told_to_try_again(StorageEngine engine)
    {
        FasterWriter? rival = null;
        await using var crm = await CrmSilo.Start(engine, postgres,
            replace: services => services.AddSingleton(provider => new JournalWriter(rival = new FasterWriter(provider.GetRequiredService<IJournalStore>()))));
        var campaign = crm.Grain<ICampaignGrain>("c");
        (await campaign.Create(new CreateCampaign("Bread", new CampaignChanges()), Manager)).Version.ShouldBe(1);

        rival!.Writes = 2;
        (await campaign.Update(Owned("lena"), Manager)).Version.ShouldBe(4);

        rival.Writes = 3;
        var refused = await campaign.Update(Owned("jonas"), Manager);
        refused.Refusals.Single().ShouldBe(new Refusal(RefusalCode.VersionConflict, "It is being changed elsewhere at this moment. Try again."));
        (await campaign.Update(Owned("jonas"), Manager)).Version.ShouldBe(8);
        var told = await crm.Services.GetRequiredService<IJournalStore>().Read(new StreamId("default", Campaign.Kind, "c"), 0, CancellationToken.None);
        told.Count(stored => stored.Data.Contains("jonas")).ShouldBe(1);
    }

    private static CampaignChanges Owned(string by) => new() { Owner = new Change<string?>(by) };

    /// <summary>Writes to the stream of a commit right before it, so many times.</summary>
    private sealed class FasterWriter(IJournalStore store) : IJournalStore
    {
        public int Writes { get; set; }

        public async Task<AppendOutcome[]> Write(IReadOnlyList<Commit> commits, CancellationToken cancel)
        {
            if (Writes > 0)
            {
                var @event = new CampaignUpdated(new CampaignChanges { Product = new Change<string?>($"Loaf {Writes--}") });
                var type = EventCatalog.Default.NameOf(@event);
                var faster = commits.Single() with
                {
                    Events = [new PendingEvent(type.Name, type.Version, EventCatalog.Write(@event), commits[0].RecordedAt)],
                    Rows = new RowChanges([], [])
                };
                (await store.Write([faster], cancel)).Single().ShouldBeOfType<AppendOutcome.Committed>();
            }
            return await store.Write(commits, cancel);
        }

        public Task<IReadOnlyList<StoredEvent>> Read(StreamId stream, long afterVersion, CancellationToken cancel) => store.Read(stream, afterVersion, cancel);

        public Task<RecordedCommand?> FindCommand(string commandId, CancellationToken cancel) => store.FindCommand(commandId, cancel);

        public Task<IReadOnlyList<StoredEvent>> ReadLog(LogCursor after, int limit, CancellationToken cancel, string? workspace = null) =>
            store.ReadLog(after, limit, cancel, workspace);

        public Task<LogCursor> ReadHead(CancellationToken cancel) => store.ReadHead(cancel);

        public Task WaitForCommit(CancellationToken cancel) => store.WaitForCommit(cancel);
    }
}
