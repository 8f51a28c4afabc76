using CreatorCRM.Storage.Sqlite;

namespace CreatorCRM.Tests.Storage;

public sealed class SqliteTurnsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creatorcrm-turns").FullName;
    private readonly SqliteTurns _turns;

    public SqliteTurnsTests() => _turns = new SqliteTurns(Path.Combine(_folder, "crm.db"));

    public void Dispose()
    {
        _turns.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_turn_ends_although_its_connection_could_not_be_closed_in_peace()
    {
        var turn = await _turns.OpenConnectionAsync(TestContext.Current.CancellationToken);
        turn.StateChange += (_, _) => throw new IOException("The disk is gone.");
        await Should.ThrowAsync<IOException>(async () => await turn.DisposeAsync());
        // Behind a turn that never ended nobody would ever write again.
        (await _turns.Run(() => true, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ShouldBeTrue();
    }
}
