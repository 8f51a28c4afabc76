namespace CreatorCRM.Tests.Storage;

/// <summary>What only one engine does.</summary>
public sealed class EngineTests(PostgresServer server)
{
    [Fact]
    public async Task A_write_to_SQLite_waits_for_the_lock_of_another_program()
    {
        await using var store = await TestStore.Sqlite();
        await using var silo = await TestSilo.Start(store);
        var note = silo.Grains.GetGrain<INoteGrain>("default/1");
        await using var other = store.Connection();
        await other.OpenAsync();
        Task write;
        await using (var transaction = await other.BeginTransactionAsync())
        {
            await using var command = other.CreateCommand();
            command.CommandText = "update OrleansQuery set QueryText = QueryText";
            await command.ExecuteNonQueryAsync();
            write = note.Write("late but there", "");
            write.IsCompleted.ShouldBeFalse();
            await transaction.CommitAsync();
        }
        await write;
        (await note.Read()).Note.ShouldBe("late but there");
    }

    [Fact]
    public async Task Rewriting_a_state_on_PostgreSQL_adds_nothing_to_the_index()
    {
        await using var store = await TestStore.Postgres(server);
        await using var silo = await TestSilo.Start(store);
        var note = silo.Grains.GetGrain<INoteGrain>("default/1");
        var text = new string('x', 1_000);
        await note.Write(text, text);
        var size = await store.Scalar("select pg_relation_size('orleans_state_pkey')");
        for (var i = 0; i < 500; i++) await note.Write(text + i, text + i);
        (await store.Scalar("select pg_relation_size('orleans_state_pkey')")).ShouldBe(size);
    }
}
