using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using CreatorCRM.Tests.Partnerships;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Tests.Journal;

/// <summary>Fifty random partnerships are written as a grain would write them; of any instant the stored journal tells the rows that there were.</summary>
public sealed class StoredPastTests(PostgresServer postgres)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Manager = new("m", "Manager");
    private static readonly PartnershipStep Create = new("create", (state, _) => state.Create(new CreatePartnership("i", "Mia", "c", "Bread", "Jo")));
    private static readonly Gen<PartnershipStep[]> Runs = PartnershipStep.Any.Array[40]
        .Select(steps => (PartnershipStep[])[Create, .. PartnershipStep.ToContract, .. steps]);

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public Task What_is_read_of_an_instant_is_what_was_written_by_then(StorageEngine engine) =>
        Gen.Select(Runs.Array[50], Gen.Int[-5, 500].Array[20]).SampleAsync(async (runs, seconds) =>
    {
        var storage = await CrmSilo.NewStorage(engine, postgres);
        await CrmStorage.Migrate(storage, CancellationToken.None);
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCrmStorage(storage).BuildServiceProvider();
        // Each in a workspace of its own: they sell orders of the same numbers.
        var stories = runs.Select((steps, i) => new Story(new EntityKey($"w{i}", "p"), steps)).ToList();
        for (var step = 0; step < runs[0].Length; step++)
        {
            var writing = stories.Select(story => (Story: story, Told: story.Tell(step, Start.AddSeconds(10 * step)))).Where(one => one.Told is not null)
                .ToList();
            var outcomes = await services.GetRequiredService<IJournalStore>().Write([.. writing.Select(one => one.Told!.Commit)], CancellationToken.None);
            foreach (var (one, outcome) in writing.Zip(outcomes))
            {
                if (outcome is AppendOutcome.Committed) one.Story.Keep(one.Told!);
                // The same order again, which only the tables know.
                else outcome.ShouldBeOfType<AppendOutcome.Refused>().Refusal.Code.ShouldBe(RefusalCode.OrderTaken);
            }
        }
        var pasts = services.GetRequiredService<PastQueries>();
        foreach (var at in seconds.Select(second => Start.AddSeconds(second)))
        {
            var read = await pasts.Read(stories.Select(story => story.Stream), at, CancellationToken.None);
            foreach (var story in stories)
                (read.GetValueOrDefault(story.Stream)?.Rows ?? []).SequenceEqual(story.RowsAt(at)).ShouldBeTrue($"{story.Stream} at {at:O}");
        }
    }, iter: 1, threads: 1);

    private sealed class Story(EntityKey key, PartnershipStep[] steps)
    {
        private readonly List<(DateTimeOffset At, IReadOnlyList<IRow> Rows)> _told = [];
        private readonly List<IRow> _facts = [];
        private Partnership _state = Partnership.New(key);

        public StreamId Stream => new(key.Workspace, Partnership.Kind, key.Id);

        public IReadOnlyList<IRow> RowsAt(DateTimeOffset at) => _told.LastOrDefault(one => one.At <= at).Rows ?? [];

        /// <summary>What a step writes; null when it is refused or changes nothing.</summary>
        public Chapter? Tell(int step, DateTimeOffset now)
        {
            var (after, pending, facts) = (_state, new List<PendingEvent>(), new List<IRow>());
            foreach (var @event in steps[step].Decide(_state, now).Events)
            {
                var meta = new EventMeta(after.Version + 1, Manager, @event.OccurredAt ?? now, now);
                after = after.Apply(@event, meta);
                facts.AddRange(after.Facts(@event, meta));
                var type = EventCatalog.Default.NameOf(@event);
                pending.Add(new PendingEvent(type.Name, type.Version, EventCatalog.Write(@event), meta.OccurredAt));
            }
            if (pending.Count == 0) return null;
            var changes = RowChanges.Between(_state.Exists ? [.. _state.Rows()] : [], [.. after.Rows()], facts);
            return new Chapter(after, facts, new Commit(Stream, _state.Version, pending, [.. after.RelatedSubjects], changes, [], Partnership.UniqueRules, [],
                Manager, now, null));
        }

        public void Keep(Chapter told)
        {
            _state = told.After;
            _facts.AddRange(told.Facts);
            _told.Add((told.Commit.RecordedAt, [.. _state.Rows(), .. _facts]));
        }
    }

    private sealed record Chapter(Partnership After, IReadOnlyList<IRow> Facts, Commit Commit);
}
