using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace CreatorCRM.Journal;

/// <summary>
/// Carries one aggregate: reads it from snapshot and journal, hands commands to its pure decisions, and appends what they decide.
/// A command is answered only when its events are durable. Commands on one aggregate run one after the other.
/// </summary>
public abstract class AggregateGrain<TState>(IPersistentState<Snapshot> snapshot, AggregateServices services) : Grain
    where TState : class, IAggregate<TState>
{
    private const int EventsPerSnapshot = 100;
    private const int Attempts = 3;

    private bool _stale;

    // When the last event was recorded.
    private DateTimeOffset _recordedAt;

    // What the tables hold of this entity: null until the first command asks.
    private IReadOnlyList<IRow>? _rows;

    protected TState State { get; private set; } = TState.New(default);

    protected long Version { get; private set; }

    protected EntityKey Key { get; private set; }

    private StreamId Stream => new(Key.Workspace, TState.Kind, Key.Id);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Key = EntityKey.Parse(this.GetPrimaryKeyString());
        State = TState.New(Key);
        if (!await ReadSnapshot(cancellationToken)) await CatchUp(cancellationToken);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (!_stale && Version - snapshot.State.Version >= EventsPerSnapshot / 4) await SaveSnapshot();
    }

    protected Task<CommandResult> Execute(CommandContext context, Func<TState, DateTimeOffset, Decision> decide) =>
        Execute(context, (state, now) => ValueTask.FromResult(decide(state, now)));

    /// <param name="decide">May read rows that only this entity's commits write: if another activation writes one meanwhile, the commit fails and it is asked
    /// again.</param>
    protected async Task<CommandResult> Execute(CommandContext context, Func<TState, DateTimeOffset, ValueTask<Decision>> decide)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (_stale) await CatchUp(CancellationToken.None);
            var now = services.Now();
            var decision = context.ExpectedVersion is { } expected && expected != Version
                ? Decision.Refuse(new Refusal(RefusalCode.VersionConflict, $"It is at version {Version}, not {expected}: somebody changed it. Read it again.",
                    "expectedVersion"))
                : await decide(State, now);
            // A commit checks what it was decided on. An answer that writes nothing is checked here, or an activation that another one has left behind would
            // give it for ever.
            if ((decision.IsRefused || decision.Events.IsEmpty) && attempt < Attempts && await CatchUp(CancellationToken.None)) continue;
            // A keyed command that is refused, or has nothing to do, may be the repetition of one that did it.
            if (decision.IsRefused) return await FirstOutcome(context) ?? CommandResult.Refused(Key.Id, Version, decision.Refusals);
            if (decision.Events.IsEmpty && context.CommandId is null) return CommandResult.Accepted(Key.Id, Version, decision.Part);

            var (next, rows, commit) = Prepare(decision, context, now);
            switch (await Append(commit))
            {
                case AppendOutcome.Committed:
                    (State, Version, _rows) = (next, commit.NewVersion, rows);
                    if (commit.Events.Count > 0) _recordedAt = now;
                    if (Version - snapshot.State.Version >= EventsPerSnapshot) await SaveSnapshot();
                    return CommandResult.Accepted(Key.Id, Version, decision.Part);
                case AppendOutcome.AlreadyDone done:
                    return Repeat(done.First, context);
                case AppendOutcome.Refused refused:
                    return CommandResult.Refused(Key.Id, Version, refused.Refusal);
                case AppendOutcome.Failed failed:
                    throw new InvalidOperationException($"{Stream} could not be written.", failed.Fault);
                case AppendOutcome.VersionConflict when attempt < Attempts:
                    // Another activation of this grain wrote, as can happen while a node leaves: read what it wrote and decide again.
                    _stale = true;
                    break;
                default:
                    return CommandResult.Refused(Key.Id, Version, new Refusal(RefusalCode.VersionConflict,
                        "It is being changed elsewhere at this moment. Try again."));
            }
        }
    }

    private (TState, IReadOnlyList<IRow>, Commit) Prepare(Decision decision, CommandContext context, DateTimeOffset now)
    {
        var next = State;
        var events = new List<PendingEvent>(decision.Events.Length);
        var (facts, handedOver) = (new List<IRow>(), new List<IRow>());
        foreach (var @event in decision.Events)
        {
            var meta = new EventMeta(Version + events.Count + 1, context.Actor, @event.OccurredAt ?? now, now);
            next = next.Apply(@event, meta);
            facts.AddRange(next.Facts(@event, meta));
            handedOver.AddRange(next.HandedOver(@event));
            var type = services.Events.NameOf(@event);
            events.Add(new PendingEvent(type.Name, type.Version, EventCatalog.Write(@event), meta.OccurredAt));
        }
        var command = context.CommandId is null ? null : new KeyedCommand(context.CommandId, context.Fingerprint ?? "", decision.Part);
        var before = _rows ??= Version == 0 ? [] : [.. State.Rows()];
        IReadOnlyList<IRow> after = events.Count == 0 ? before : [.. next.Rows()];
        var changes = RowChanges.Between(before, after, facts, handedOver);
        return (next, after, new Commit(Stream, Version, events, [.. next.RelatedSubjects], changes, decision.Guards, TState.UniqueRules, TState.CheckRules,
            context.Actor, now, command));
    }

    private async Task<AppendOutcome> Append(Commit commit)
    {
        try
        {
            return await services.Writer.Append(commit);
        }
        catch (CommitOutcomeUnknownException)
        {
            _stale = true;
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task<CommandResult?> FirstOutcome(CommandContext context) =>
        context.CommandId is { } id && await services.Store.FindCommand(id, CancellationToken.None) is { } first ? Repeat(first, context) : null;

    private CommandResult Repeat(RecordedCommand first, CommandContext context) => first.Stream == Stream && first.Fingerprint == (context.Fingerprint ?? "")
        ? CommandResult.Accepted(Key.Id, first.Version, first.Part, replayed: true)
        : CommandResult.Refused(Key.Id, Version, new Refusal(RefusalCode.IdempotencyKeyReused,
            "This idempotency key was used before with another input. Use a new key for a new command.", "idempotencyKey"));

    // False when there is none, or none that fits: a journal restored from a backup may be behind it, or have gone another way since.
    private async Task<bool> ReadSnapshot(CancellationToken cancel)
    {
        if (snapshot.State.Read<TState>(services.Logger) is not { } kept) return false;
        var events = await services.Store.Read(Stream, kept.Version - 1, cancel);
        if (events.Count == 0 || events[0].Version != kept.Version || events[0].RecordedAt != snapshot.State.RecordedAt)
        {
            services.Logger.LogWarning("The snapshot of {Stream} at version {Version} is of another journal; the events are replayed instead.", Stream,
                kept.Version);
            snapshot.State = new Snapshot();
            return false;
        }
        (State, Version, _recordedAt) = (kept.State, kept.Version, snapshot.State.RecordedAt);
        Replay(events.Skip(1));
        return true;
    }

    // True when there was something new.
    private async Task<bool> CatchUp(CancellationToken cancel)
    {
        var known = Version;
        Replay(await services.Store.Read(Stream, known, cancel));
        _stale = false;
        return Version > known;
    }

    // What works beside its calls may have applied its own commit while a call read that very commit: nothing is applied twice.
    private void Replay(IEnumerable<StoredEvent> events)
    {
        foreach (var stored in events.SkipWhile(stored => stored.Version <= Version))
        {
            State = State.Apply(services.Events.Read(stored.Type, stored.SchemaVersion, stored.Data), stored.Meta);
            (Version, _recordedAt, _rows) = (stored.Version, stored.RecordedAt, null);
        }
    }

    // The journal is the truth, so a snapshot that cannot be written costs the next activation time and nothing else.
    private async Task SaveSnapshot()
    {
        try
        {
            snapshot.State = Snapshot.Of(State, Version, _recordedAt);
            await snapshot.WriteStateAsync();
        }
        catch (Exception e)
        {
            services.Logger.LogWarning(e, "The snapshot of {Stream} at version {Version} was not written.", Stream, Version);
            // Another activation wrote one, so none of this one's will fit any more.
            if (e is InconsistentStateException) DeactivateOnIdle();
        }
    }
}
