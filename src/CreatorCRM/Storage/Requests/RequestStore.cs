using System.Data.Common;

namespace CreatorCRM.Storage;

/// <summary>
/// Remembers requests by their idempotency keys, on every node and after a restart. That a command happens once is the journal's doing; this gives a repetition
/// the very answer of the first. Whoever claims a key has it for a lease, so a node that dies blocks nobody for long, and a second run after that changes
/// nothing.
/// </summary>
public sealed class RequestStore(DbDataSource source, IdGenerator ids, TimeProvider time)
{
    /// <summary>How long an answer is kept at least.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    /// <summary>How long a request has its key at least.</summary>
    public static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(60);

    // From the end of the work to the answer kept, and for clocks that differ.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private const int Attempts = 3;
    private const string OfKey = "WHERE workspace = @workspace AND principal = @principal AND key = @key";

    // Only what died is taken over, and only by the same request: whether the first one has acted is unknown.
    private const string ClaimIt = """
        INSERT INTO requests (workspace, principal, key, fingerprint, claim, claimed_at, lease_until)
        VALUES (@workspace, @principal, @key, @fingerprint, @claim, @now, @lease)
        ON CONFLICT (workspace, principal, key) DO UPDATE SET claim = excluded.claim, claimed_at = excluded.claimed_at, lease_until = excluded.lease_until
        WHERE requests.status IS NULL AND requests.fingerprint = excluded.fingerprint AND requests.lease_until <= @now
        RETURNING claim
        """;

    /// <summary>How long a request that may work so long has its key before another is let through.</summary>
    public static TimeSpan LeaseFor(TimeSpan work) => work + Margin is var lease && lease > ShortestLease ? lease : ShortestLease;

    /// <param name="fingerprint">Of everything that the request asks for.</param>
    /// <param name="lease">By <see cref="LeaseFor"/>.</param>
    public async Task<RequestClaim> Claim(RequestKey key, string fingerprint, TimeSpan lease, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        // Between the two statements the row can be purged or its lease can end: then it is looked at anew.
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var now = time.GetUtcNow();
            await using var claim = Command(connection, ClaimIt, key,
                ("@fingerprint", fingerprint), ("@claim", ids.Next()), ("@now", Microseconds.From(now)), ("@lease", Microseconds.From(now + lease)));
            if (await claim.ExecuteScalarAsync(cancel) is string granted) return new RequestClaim.Granted(granted);
            if (await Find(connection, key, fingerprint, cancel) is { } found) return found;
        }
        return new RequestClaim.UnderWay();
    }

    /// <summary>Keeps the answer, unless the lease ended and another run has the key.</summary>
    public Task Keep(RequestKey key, RequestClaim.Granted claim, StoredAnswer answer) => Execute(
        $"UPDATE requests SET status = @status, body = @body {OfKey} AND claim = @claim AND status IS NULL", key,
        ("@claim", claim.Claim), ("@status", answer.Status), ("@body", answer.Body));

    /// <summary>There is no answer worth keeping: the same request may run again at once.</summary>
    public Task Release(RequestKey key, RequestClaim.Granted claim) =>
        Execute($"UPDATE requests SET lease_until = 0 {OfKey} AND claim = @claim AND status IS NULL", key, ("@claim", claim.Claim));

    /// <summary>Forgets what is older than <see cref="Retention"/> and not under way. Harmless on any number of nodes.</summary>
    public async Task Purge(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var purge = connection.CreateCommand();
        purge.CommandText = "DELETE FROM requests WHERE claimed_at < @before AND (status IS NOT NULL OR lease_until <= @now)";
        Add(purge, "@before", Microseconds.From(time.GetUtcNow() - Retention));
        Add(purge, "@now", Microseconds.From(time.GetUtcNow()));
        await purge.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<RequestClaim?> Find(DbConnection connection, RequestKey key, string fingerprint, CancellationToken cancel)
    {
        await using var command = Command(connection, $"SELECT fingerprint, status, body FROM requests {OfKey}", key);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        if (reader.GetString(0) != fingerprint) return new RequestClaim.OtherPayload();
        return reader.IsDBNull(1) ? new RequestClaim.UnderWay() : new RequestClaim.Answered(new StoredAnswer(reader.GetInt32(1), reader.GetString(2)));
    }

    private async Task Execute(string sql, RequestKey key, params (string Name, object Value)[] values)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = Command(connection, sql, key, values);
        await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(DbConnection connection, string sql, RequestKey key, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values.Concat([("@workspace", key.Workspace), ("@principal", key.Principal), ("@key", key.Key)]))
            Add(command, name, value);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
