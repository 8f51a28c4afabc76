using System.Net.Http.Json;
using CreatorCRM.Storage;
using Npgsql;

namespace CreatorCRM.Cluster.Tests;

/// <summary>Kills the program after the journal has a command and before its answer is kept for the request's idempotency key.</summary>
public sealed class KilledBeforeTheAnswerTests(PostgresServer postgres)
{
    [Fact]
    public async Task A_repetition_on_the_next_process_does_nothing_twice_and_gets_an_answer()
    {
        var storage = await CrmSilo.NewStorage(StorageEngine.Postgres, postgres);
        var (address, siloPort) = (new Uri($"http://127.0.0.1:{Ports.Free()}"), Ports.Free());
        await using var database = new NpgsqlConnection(storage.PostgresConnectionString + ";Pooling=false");
        await database.OpenAsync(Cancel);
        await using (var server = await ServerProcess.Start(storage, address, siloPort))
        {
            await Run(database, """
                SELECT pg_advisory_lock(4711);
                CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_lock(4711); RETURN NEW; END $$;
                CREATE TRIGGER held BEFORE UPDATE ON requests FOR EACH ROW EXECUTE FUNCTION hold()
                """);
            using var client = ServerProcess.Client(address);
            client.Timeout = TimeSpan.FromMinutes(5);
            var first = Send(client);
            const string held = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory' AND query LIKE 'UPDATE requests%'";
            await Poll.Until(async () => await Count(database, held) == 1);
            await server.Kill();
            await Should.ThrowAsync<HttpRequestException>(() => first);
        }
        // Else the dead process's statement would still be carried out.
        await Run(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'advisory'; DROP TRIGGER held ON requests; SELECT pg_advisory_unlock(4711)");
        (await Count(database, "SELECT count(*) FROM influencers")).ShouldBe(1);
        await Run(database, "UPDATE requests SET lease_until = 0");

        await using var next = await ServerProcess.Start(storage, address, siloPort);
        using var again = ServerProcess.Client(address);
        var (body, replayed) = await Send(again);
        replayed.ShouldBeFalse();
        body.ShouldContain("Ada Probe");
        (await Send(again)).ShouldBe((body, true));
        (await Count(database, "SELECT count(*) FROM influencers")).ShouldBe(1);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<(string Body, bool Replayed)> Send(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "mutation { createInfluencer(input: { displayName: \"Ada Probe\" }) { influencer { id displayName } } }" }),
            Headers = { { "Idempotency-Key", "\"ada\"" } },
        };
        using var response = await client.SendAsync(request, Cancel);
        return (await response.Content.ReadAsStringAsync(Cancel), response.Headers.Contains("Idempotency-Replayed"));
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<long> Count(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
