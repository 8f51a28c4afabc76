using Microsoft.Extensions.Logging;
using Npgsql;

namespace CreatorCRM.Storage.Postgres;

/// <summary>
/// Hears of commits on every node through NOTIFY, on one connection that is opened when the first follower waits.
/// A wait also ends after a second: an event can become readable without a notice when an older transaction is rolled back.
/// </summary>
public sealed class PostgresListener(NpgsqlDataSource source, TimeProvider time, ILogger<PostgresListener> logger) : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly CommitSignal _signal = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private Task? _listening;

    public async Task Wait(CancellationToken cancel)
    {
        lock (_lock) _listening ??= Task.Run(Listen, CancellationToken.None);
        try
        {
            await _signal.Wait(cancel).WaitAsync(LongestWait, time, cancel);
        }
        catch (TimeoutException)
        {
            // Time to look.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_listening is not null) await _listening;
        _stop.Dispose();
    }

    private async Task Listen()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(_stop.Token);
                connection.Notification += (_, _) => _signal.Pulse();
                await using (var listen = new NpgsqlCommand("LISTEN crm_commit", connection)) await listen.ExecuteNonQueryAsync(_stop.Token);
                _signal.Pulse();
                while (true) await connection.WaitAsync(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "The connection that hears of commits was lost; trying again.");
                await Task.Delay(LongestWait, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
