using CreatorCRM.Storage;
using Npgsql;

namespace CreatorCRM.Tests.Storage;

public sealed class OrleansSchemaTests(PostgresServer server)
{
    [Fact]
    public async Task A_second_run_replaces_an_old_statement_and_keeps_the_states_on_SQLite()
    {
        await using var store = await TestStore.Sqlite();
        await ASecondRunReplacesAnOldStatementAndKeepsTheStates(store);
        (await store.Scalar("pragma journal_mode")).ShouldBe("wal");
    }

    [Fact]
    public async Task A_second_run_replaces_an_old_statement_and_keeps_the_states_on_PostgreSQL()
    {
        await using var store = await TestStore.Postgres(server);
        await ASecondRunReplacesAnOldStatementAndKeepsTheStates(store);
    }

    [Fact]
    public async Task Nodes_that_start_together_do_not_get_into_each_other_s_way()
    {
        var database = await server.CreateDatabase();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync();
            await OrleansSchema.Apply(connection);
        }));
    }

    [Fact]
    public async Task On_PostgreSQL_the_script_belongs_to_the_caller_s_transaction()
    {
        await using var connection = new NpgsqlConnection(await server.CreateDatabase());
        await connection.OpenAsync();
        await using (await connection.BeginTransactionAsync()) await OrleansSchema.Apply(connection);
        await using var command = new NpgsqlCommand("select to_regclass('orleans_state') is null and to_regclass('orleansquery') is null", connection);
        (await command.ExecuteScalarAsync()).ShouldBe(true);
    }

    private static async Task ASecondRunReplacesAnOldStatementAndKeepsTheStates(TestStore store)
    {
        await using (var silo = await TestSilo.Start(store)) await silo.Grains.GetGrain<INoteGrain>("default/1").Write("kept", "");
        await store.Scalar("update OrleansQuery set QueryText = 'of an older version'");
        await store.ApplySchema();
        (await store.Scalar("select count(*) from OrleansQuery where QueryText = 'of an older version'")).ShouldBe(0L);
        await using (var silo = await TestSilo.Start(store)) (await silo.Grains.GetGrain<INoteGrain>("default/1").Read()).Note.ShouldBe("kept");
    }
}
