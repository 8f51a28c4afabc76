using System.Net;
using CreatorCRM.Access;
using CreatorCRM.Server.Tests.Access;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

/// <summary>What an export takes from its caller's budget of 200, of which 10 come back each second.</summary>
public sealed class ExportCostTests(PostgresServer postgres) : IAsyncLifetime
{
    private const string Influencers = "/export/influencers.csv";

    private readonly MovedTime _time = new();
    private CrmServer _server = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await CrmServer.Start(StorageEngine.Sqlite, postgres, _time, "--GraphQL:MaxCost=150", "--GraphQL:CostBudget=200",
            "--GraphQL:CostBudgetPerSecond=10", "--GraphQL:RefusalsPerBudget=4");
        _client = _server.As(await _server.Grains.Workspace().Issue("exporter", null, null, Scope.RelationshipsRead, Scope.Payouts)).Http;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_export_that_cannot_be_paid_reads_nothing()
    {
        (await Get(Influencers)).ShouldBe((HttpStatusCode.OK, null));
        (await Get(Influencers)).ShouldBe((HttpStatusCode.OK, null));
        (await Reads(async () => (await Get(Influencers)).ShouldBe((HttpStatusCode.TooManyRequests, 1)))).ShouldBe(0);
        _time.Move(TimeSpan.FromSeconds(5));
        // What its haste takes is waited for, too.
        (await Reads(async () => (await Get(Influencers)).ShouldBe((HttpStatusCode.TooManyRequests, 6)))).ShouldBe(0);
        _time.Move(TimeSpan.FromSeconds(6));
        (await Reads(async () => (await Get(Influencers)).ShouldBe((HttpStatusCode.OK, null)))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Each_row_is_paid_before_it_leaves()
    {
        var desk = new Desk(_server);
        foreach (var name in (string[])["Mia", "Tom", "Zoe"])
        {
            await desk.Influencer(name);
            _time.Move(TimeSpan.FromSeconds(20));
        }
        (await Get(Influencers)).ShouldBe((HttpStatusCode.OK, null));
        // 102 are left: enough to look, but not for the three.
        _time.Move(TimeSpan.FromSeconds(0.5));
        (await Get(Influencers)).ShouldBe((HttpStatusCode.TooManyRequests, 11));
        _time.Move(TimeSpan.FromSeconds(11));
        (await Get(Influencers)).ShouldBe((HttpStatusCode.OK, null));
        _time.Move(TimeSpan.FromSeconds(20));
        (await _server.Query("{ workspace { auditLog(first: 10) { nodes { kind } } } }")).Each("workspace.auditLog.nodes", "kind")
            .Count(kind => kind == "data.exported").ShouldBe(2);
    }

    [Theory]
    [InlineData(Influencers + "?filter=nonsense")]
    [InlineData("/export/payouts.csv?from=yesterday")]
    [InlineData("/export/payouts.csv?influencerId=nobody")]
    public async Task What_cannot_be_answered_takes_the_toll_of_a_refusal(string path)
    {
        (await Get(path)).ShouldBe((HttpStatusCode.BadRequest, null));
        (await Get(path)).ShouldBe((HttpStatusCode.TooManyRequests, 6));
    }

    private async Task<int> Reads(Func<Task> run) =>
        (await _server.Sql.During(run)).Count(sql => sql.Contains("\"influencers\"", StringComparison.Ordinal));

    private async Task<(HttpStatusCode Status, int? RetryAfter)> Get(string path)
    {
        using var response = await _client.GetAsync(new Uri(_server.Address, path), Cancel);
        await response.Content.ReadAsByteArrayAsync(Cancel);
        return (response.StatusCode, (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds);
    }
}
