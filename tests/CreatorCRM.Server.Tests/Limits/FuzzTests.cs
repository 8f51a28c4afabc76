using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CreatorCRM.Server.Tests.Limits;

/// <summary>
/// Whatever comes in over HTTP: it is answered in time, it is never a fault of the server, and the answer never speaks of what is inside. Every run has the
/// same cases, so that a change is not blamed for what it did not do; <c>CREATORCRM_FUZZ_SEED</c> and <c>CREATORCRM_FUZZ_CASES</c> choose others.
/// </summary>
public sealed class FuzzTests(PostgresServer postgres)
{
    private static readonly int Seed = Setting("CREATORCRM_FUZZ_SEED", 20_000), Cases = Setting("CREATORCRM_FUZZ_CASES", 20_000);

    // Far more than any answer takes, also on a busy machine: only what hangs does not come back.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string[] Secrets =
        ["System.", "CreatorCRM.", "GraphQL.", "Orleans", "Npgsql", "Sqlite", "SQLITE", "Microsoft", "   at ", "Exception", "StackTrace", "NullReference",
            "INTERNAL_ERROR", "GraphType", "`1"];

    [Fact]
    public async Task No_request_hangs_breaks_the_server_or_learns_of_its_inside()
    {
        await using var server = await CrmServer.Start(StorageEngine.Sqlite, postgres,
            settings: ["--GraphQL:CostBudget=2000000000", "--GraphQL:CostBudgetPerSecond=2000000000"]);
        var (schema, ids, secrets) = (server.Services.GetRequiredService<ISchema>(), await Known(server), Secrets.Concat(Tables(server)).ToArray());
        schema.Initialize();
        var counts = new int[600];
        await Parallel.ForEachAsync(Enumerable.Range(Seed, Cases), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (seed, _) =>
        {
            var random = new Random(seed);
            var body = Body(schema, random, ids);
            using var message = new HttpRequestMessage(HttpMethod.Post, "") { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
            // So that 200 means that it ran.
            message.Headers.Accept.Add(new("application/graphql-response+json"));
            using var limit = new CancellationTokenSource(Patience);
            using var response = await server.Http.SendAsync(message, limit.Token);
            var answer = await response.Content.ReadAsStringAsync(limit.Token);
            Interlocked.Increment(ref counts[(int)response.StatusCode]);
            if (response.StatusCode >= HttpStatusCode.InternalServerError || secrets.Any(secret => answer.Contains(secret, StringComparison.Ordinal)))
                throw new InvalidOperationException($"Seed {seed}: {(int)response.StatusCode} {answer}\nto {Encoding.UTF8.GetString(body)}\n{string.Join('\n', server.Log.Take(3))}");
        });
        // Orleans warns of a busy machine, too.
        server.Log.Where(entry => !entry.StartsWith("Warning", StringComparison.Ordinal)).ShouldBeEmpty();
        // It would prove nothing if all were refused at the door.
        var told = string.Join(", ", counts.Index().Where(count => count.Item > 0).Select(count => $"{count.Item} times {count.Index}"));
        counts[(int)HttpStatusCode.OK].ShouldBeGreaterThan(Cases / 4, told);
        counts[(int)HttpStatusCode.BadRequest].ShouldBeGreaterThan(Cases / 10, told);
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : usual;

    private static byte[] Body(ISchema schema, Random random, IReadOnlyDictionary<string, string> ids)
    {
        var request = Encoding.UTF8.GetBytes(FuzzDocument.Write(schema, random, ids));
        return random.Next(100) switch
        {
            < 75 => request,
            < 95 => Broken(request, random),
            _ => [.. Enumerable.Range(0, random.Next(400)).Select(_ => (byte)random.Next(256))],
        };
    }

    // Bytes changed, doubled, left out or cut off.
    private static byte[] Broken(byte[] request, Random random)
    {
        var bytes = request.ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 1; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = (byte)"{}[]()\":,!$@.#\\0"[random.Next(16)];
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(4) == 0 ? bytes.Count - at : 1);
                    break;
            }
        }
        return [.. bytes];
    }

    private static async Task<Dictionary<string, string>> Known(CrmServer server)
    {
        var desk = new Desk(server);
        var (influencer, campaign) = (await desk.Influencer(), await desk.Campaign());
        return new() { ["Influencer"] = influencer, ["Campaign"] = campaign, ["Partnership"] = await desk.Partnership(influencer, campaign) };
    }

    // Those that no word of the API is like.
    private static IEnumerable<string> Tables(CrmServer server)
    {
        using var read = server.Read();
        return [.. read.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Where(name => name.Contains('_', StringComparison.Ordinal))];
    }
}
