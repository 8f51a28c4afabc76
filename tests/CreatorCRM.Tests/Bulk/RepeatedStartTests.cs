using CreatorCRM.Bulk;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Bulk;

/// <summary>A bulk action works beside its calls, so a call may read an event in the journal that the work is about to apply by itself.</summary>
public sealed class RepeatedStartTests(PostgresServer postgres)
{
    private static readonly CommandContext Manager = new(new Actor("m", "Manager"));

    [Fact]
    public async Task A_start_that_is_repeated_as_the_work_ends_counts_no_result_twice()
    {
        HeldStore? store = null;
        await using var crm = await CrmSilo.Start(StorageEngine.Sqlite, postgres,
            replace: services =>
                services.AddSingleton<SqliteJournalStore>()
                    .AddSingleton<IJournalStore>(provider => store = new HeldStore(provider.GetRequiredService<SqliteJournalStore>())));
        var (person, action) = (crm.Grain<IInfluencerGrain>("i"), crm.Grain<IBulkActionGrain>("b"));
        await person.Create(new CreateInfluencer("Mia", [], new InfluencerChanges()), Manager);
        var command = new StartBulkAction(BulkKind.Tag, "bread", null, DryRun: false, Undoes: null, [new BulkItem("i")]);

        (await action.Start(command, Manager)).Version.ShouldBe(1);
        // The result is in the journal, which the work does not know yet; the repetition has read it there.
        await store!.Written.Task;
        var again = action.Start(command, Manager);
        await store.IsRead.Task;
        store.Acknowledge.SetResult();
        // Once the next commit is acknowledged, the grain has heard of this one, and what it is asked now comes behind that.
        await person.Update(new InfluencerChanges { IsCustomer = true }, Manager);
        await action.Resume();
        store.Answer.SetResult();

        (await again).Version.ShouldBe(2);
        await action.Resume();
        // Nothing is left to be done, while others write.
        for (var i = 0; i < 50; i++) await person.Update(new InfluencerChanges { Notes = new Change<string?>($"{i}") }, Manager);
        (await action.Start(command, Manager)).Version.ShouldBe(2);
    }

    /// <summary>Holds the acknowledgement of the action's second commit, and the answer to who reads that first.</summary>
    private sealed class HeldStore(IJournalStore store) : IJournalStore
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Acknowledge { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource IsRead { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<AppendOutcome[]> Write(IReadOnlyList<Commit> commits, CancellationToken cancel)
        {
            var outcomes = await store.Write(commits, cancel);
            if (!commits.Any(commit => commit.Stream.Kind == BulkAction.Kind && commit.ExpectedVersion == 1)) return outcomes;
            Written.TrySetResult();
            await Acknowledge.Task;
            return outcomes;
        }

        public async Task<IReadOnlyList<StoredEvent>> Read(StreamId stream, long afterVersion, CancellationToken cancel)
        {
            var events = await store.Read(stream, afterVersion, cancel);
            if (stream.Kind != BulkAction.Kind || !Written.Task.IsCompleted) return events;
            IsRead.TrySetResult();
            await Answer.Task;
            return events;
        }

        public Task<RecordedCommand?> FindCommand(string commandId, CancellationToken cancel) => store.FindCommand(commandId, cancel);

        public Task<IReadOnlyList<StoredEvent>> ReadLog(LogCursor after, int limit, CancellationToken cancel, string? workspace = null) =>
            store.ReadLog(after, limit, cancel, workspace);

        public Task<LogCursor> ReadHead(CancellationToken cancel) => store.ReadHead(cancel);

        public Task WaitForCommit(CancellationToken cancel) => store.WaitForCommit(cancel);
    }
}
