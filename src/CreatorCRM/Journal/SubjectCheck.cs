using System.Globalization;

namespace CreatorCRM.Journal;

/// <summary>Whether each event of a stream shows on the timelines it belongs to, and on no others.</summary>
internal sealed class SubjectCheck(CheckConnection database, StreamId stream, DamageList damages)
{
    private const int EventsPerQuery = 500;

    private readonly string _own = new Subject(stream.Kind, stream.Id).ToString();
    private readonly List<(long Position, long Version, DateTimeOffset OccurredAt)> _commit = [];
    private readonly List<(long Position, long Version, DateTimeOffset OccurredAt, string[] Subjects)> _due = [];

    public void Add(long position, long version, DateTimeOffset occurredAt) => _commit.Add((position, version, occurredAt));

    /// <summary>The events added since the last end were one commit, after which these entities were related.</summary>
    public void EndCommit(IEnumerable<Subject> related)
    {
        if (_commit.Count == 0) return;
        string[] subjects = [.. related.Select(subject => subject.ToString()).Prepend(_own).Distinct().Order(StringComparer.Ordinal)];
        _due.AddRange(_commit.Select(e => (e.Position, e.Version, e.OccurredAt, subjects)));
        _commit.Clear();
    }

    public async Task Compare(CancellationToken cancel)
    {
        foreach (var chunk in _due.Chunk(EventsPerQuery))
        {
            var stored = chunk.ToDictionary(e => e.Position, _ => new List<(string Subject, DateTimeOffset At)>());
            var parameters = string.Join(", ", chunk.Select((_, i) => $"@p{i}"));
            await foreach (var row in database.Read($"SELECT position, workspace, subject, occurred_at FROM event_subjects WHERE position IN ({parameters})",
                cancel, [.. chunk.Select(e => (object)e.Position)]))
                stored[row.GetInt64(0)]
                    .Add((row.GetString(1) == stream.Workspace ? row.GetString(2) : $"{row.GetString(1)}/{row.GetString(2)}", CheckConnection.Instant(row, 3)));
            foreach (var e in chunk)
            {
                var shown = stored[e.Position].Select(s => s.At == e.OccurredAt ? s.Subject : $"{s.Subject} at {s.At:O}").Order(StringComparer.Ordinal)
                    .ToArray();
                if (!shown.SequenceEqual(e.Subjects))
                    damages.Add(DamageKind.Subjects, stream.ToString(), e.Version.ToString(CultureInfo.InvariantCulture),
                        $"shows on {string.Join(", ", shown)}; belongs on {string.Join(", ", e.Subjects)}");
            }
        }
        _due.Clear();
    }
}
