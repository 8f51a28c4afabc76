using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using Npgsql;

namespace CreatorCRM.Storage.Postgres;

/// <summary>What has to hold for each commit of a batch: its stream's version, its key, its guards. Each check answers with the commits that pass.</summary>
internal sealed class PostgresChecks
{
    private readonly IReadOnlyList<Commit> _commits;
    private readonly List<Func<NpgsqlDataReader, Dictionary<int, AppendOutcome>, CancellationToken, Task>> _readers = [];

    private PostgresChecks(IReadOnlyList<Commit> commits) => _commits = commits;

    /// <summary>Adds the checks as the first statements of the batch; they take the locks that keep them true until the commit.</summary>
    public static PostgresChecks AddTo(NpgsqlBatch batch, IReadOnlyList<Commit> commits)
    {
        var checks = new PostgresChecks(commits);
        checks.AddVersions(batch);
        checks.AddCommands(batch);
        checks.AddInfluencers(batch);
        checks.AddGuards(batch);
        return checks;
    }

    /// <summary>Reads the checks' answers and nothing behind them: what follows a failed check may break, and must not hide why.</summary>
    public async Task<List<(int At, AppendOutcome Outcome)>> Failures(NpgsqlDataReader reader, CancellationToken cancel)
    {
        var failures = new Dictionary<int, AppendOutcome>();
        for (var i = 0; i < _readers.Count; i++)
        {
            if (i > 0) await reader.NextResultAsync(cancel);
            await _readers[i](reader, failures, cancel);
        }
        return [.. failures.Select(failure => (failure.Key, failure.Value))];
    }

    // A stream that another node moved between the join and its lock slips through when it moved by less than this commit does: the unique index
    // on events then refuses the batch. What AddCommands reports overrules this: a repeated command is answered with its first outcome, not a conflict.
    private void AddVersions(NpgsqlBatch batch)
    {
        var at = Where(commit => commit.Events.Count > 0);
        if (at.Length == 0) return;
        batch.Add("""
            INSERT INTO streams AS s (stream, version)
            SELECT i.stream, i.next FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS i(stream, expected, next)
            LEFT JOIN streams AS old ON old.stream = i.stream
            WHERE coalesce(old.version, 0) = i.expected ORDER BY i.stream
            ON CONFLICT (stream) DO UPDATE SET version = excluded.version
            WHERE s.version < excluded.version
            RETURNING s.stream
            """,
            Array.ConvertAll(at, i => _commits[i].Stream.ToString()), Array.ConvertAll(at, i => _commits[i].ExpectedVersion),
            Array.ConvertAll(at, i => _commits[i].NewVersion));
        _readers.Add(async (reader, failures, cancel) =>
        {
            var passed = await Texts(reader, cancel);
            foreach (var i in at.Where(i => !passed.Contains(_commits[i].Stream.ToString()))) failures.TryAdd(i, new AppendOutcome.VersionConflict());
        });
    }

    private void AddCommands(NpgsqlBatch batch)
    {
        var at = Where(commit => commit.Command is not null);
        if (at.Length == 0) return;
        // The union shows what an earlier transaction wrote: the insert's own rows are not visible to it.
        batch.Add("""
            WITH input AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::timestamptz[]) AS i(id, stream, fingerprint, part, version, recorded_at)),
            written AS (INSERT INTO commands (id, stream, fingerprint, part, version, recorded_at) SELECT * FROM input ORDER BY id ON CONFLICT DO NOTHING RETURNING id)
            SELECT id FROM written
            """,
            Array.ConvertAll(at, i => _commits[i].Command!.Id), Array.ConvertAll(at, i => _commits[i].Stream.ToString()),
            Array.ConvertAll(at, i => _commits[i].Command!.Fingerprint),
            Array.ConvertAll(at, i => _commits[i].Command!.Part), Array.ConvertAll(at, i => _commits[i].NewVersion),
            Array.ConvertAll(at, i => _commits[i].RecordedAt.UtcDateTime));
        batch.Add("SELECT id, stream, fingerprint, part, version FROM commands WHERE id = ANY($1)", Array.ConvertAll(at, i => _commits[i].Command!.Id));
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        _readers.Add(async (reader, _, cancel) => fresh.UnionWith(await Texts(reader, cancel)));
        _readers.Add(async (reader, failures, cancel) =>
        {
            var byId = at.ToDictionary(i => _commits[i].Command!.Id, StringComparer.Ordinal);
            while (await reader.ReadAsync(cancel))
            {
                var id = reader.GetString(0);
                if (fresh.Contains(id)) continue;
                failures[byId[id]] = new AppendOutcome.AlreadyDone(
                    new RecordedCommand(id, StreamId.Parse(reader.GetString(1)), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3),
                        reader.GetInt64(4)));
            }
        });
    }

    // Most that goes on is about a person: guards ask for the influencer's row, and the trigger that sums up partnerships writes it. Two batches that shared
    // a row and then both wrote it, or wrote several in orders of their own, would wait for each other in a circle. So each takes all of them at once, in one
    // order for every node, and as strongly as it may come to need them.
    private void AddInfluencers(NpgsqlBatch batch)
    {
        var influencers = _commits.SelectMany(Influencers).Distinct().ToArray();
        if (influencers.Length == 0) return;
        batch.Add("""
            WITH locked AS (
                SELECT 1 FROM influencers WHERE (workspace, id) IN (SELECT * FROM unnest($1::text[], $2::text[])) ORDER BY workspace, id FOR NO KEY UPDATE)
            SELECT count(*) FROM locked
            """,
            Array.ConvertAll(influencers, influencer => influencer.Workspace), Array.ConvertAll(influencers, influencer => influencer.Id));
        _readers.Add((_, _, _) => Task.CompletedTask);
    }

    private static IEnumerable<EntityKey> Influencers(Commit commit)
    {
        var guarded = commit.Guards.Where(guard => guard.Table == "influencers").Select(guard => guard.Id);
        var rows = commit.Rows.Writes.SelectMany(write => new[] { write.Before, write.Row }).Concat(commit.Rows.Deletes);
        var written = rows.Select(row => row switch
        {
            PartnershipRow partnership => partnership.InfluencerId,
            InfluencerRow influencer => influencer.Id,
            _ => null,
        }).OfType<string>();
        return guarded.Concat(written).Select(id => new EntityKey(commit.Stream.Workspace, id));
    }

    private void AddGuards(NpgsqlBatch batch)
    {
        var guards = _commits.SelectMany((commit, i) => commit.Guards.Select(guard => (At: i, commit.Stream.Workspace, Guard: guard)));
        foreach (var group in guards.GroupBy(g => (g.Guard.Table, g.Guard.Condition, g.Guard.Value)))
        {
            var list = group.ToArray();
            var condition = group.Key.Condition?.Replace("@value", "($3::text[])[1]") ?? "true";
            Array[] rows = [Array.ConvertAll(list, g => g.Workspace), Array.ConvertAll(list, g => g.Guard.Id)];
            batch.Add(
                $"SELECT workspace, id FROM {group.Key.Table} WHERE (workspace, id) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND ({condition}) ORDER BY workspace, id FOR SHARE",
                group.Key.Value is { } value ? [.. rows, new[] { value }] : rows);
            _readers.Add(async (reader, failures, cancel) =>
            {
                var passed = new HashSet<(string, string)>();
                while (await reader.ReadAsync(cancel)) passed.Add((reader.GetString(0), reader.GetString(1)));
                foreach (var g in list.Where(g => !passed.Contains((g.Workspace, g.Guard.Id)))) failures.TryAdd(g.At, new AppendOutcome.Refused(g.Guard.Else));
            });
        }
    }

    private int[] Where(Func<Commit, bool> condition) => [.. Enumerable.Range(0, _commits.Count).Where(i => condition(_commits[i]))];

    private static async Task<HashSet<string>> Texts(NpgsqlDataReader reader, CancellationToken cancel)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel)) texts.Add(reader.GetString(0));
        return texts;
    }
}
