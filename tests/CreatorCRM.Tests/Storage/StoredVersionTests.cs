using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Storage;

namespace CreatorCRM.Tests.Storage;

public sealed class SqliteStoredVersionTests : StoredVersionTests
{
    protected override Task<TestStore> Store() => TestStore.Sqlite();
}

public sealed class PostgresStoredVersionTests(PostgresServer server) : StoredVersionTests
{
    protected override Task<TestStore> Store() => TestStore.Postgres(server);
}

/// <summary>Two activations of one grain, as a network partition can make them: nobody overwrites what he has not seen.</summary>
public abstract class StoredVersionTests
{
    private static readonly GrainId Grain = GrainId.Create("test.note", "default/1");

    protected abstract Task<TestStore> Store();

    [Fact]
    public async Task A_writer_with_an_old_version_is_refused_and_changes_nothing()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        var first = await Read(silo);
        var second = await Read(silo);
        await Write(silo, first, "first");
        await Should.ThrowAsync<InconsistentStateException>(() => Write(silo, second, "second"));

        var late = await Read(silo);
        await Write(silo, first, "again");
        await Should.ThrowAsync<InconsistentStateException>(() => Write(silo, late, "late"));
        await Should.ThrowAsync<InconsistentStateException>(() => silo.Storage.ClearStateAsync("text", Grain, late));
        (await Read(silo)).State!.Text.ShouldBe("again");
    }

    [Fact]
    public async Task A_writer_from_before_a_clear_is_refused()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        var state = await Read(silo);
        await Write(silo, state, "first");
        var late = await Read(silo);
        await silo.Storage.ClearStateAsync("text", Grain, state);
        await Should.ThrowAsync<InconsistentStateException>(() => Write(silo, late, "late"));
        await Write(silo, state, "second");
        await Should.ThrowAsync<InconsistentStateException>(() => Write(silo, late, "late"));
        (await Read(silo)).State!.Text.ShouldBe("second");
    }

    [Fact]
    public async Task A_clear_that_deletes_leaves_no_row_and_refuses_an_old_version()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store,
            builder => builder.Services.Configure<AdoNetGrainStorageOptions>("Default", options => options.DeleteStateOnClear = true));
        var state = await Read(silo);
        await Write(silo, state, "first");
        var late = await Read(silo);
        await Write(silo, state, "second");
        await Should.ThrowAsync<InconsistentStateException>(() => silo.Storage.ClearStateAsync("text", Grain, late));
        (await Read(silo)).State!.Text.ShouldBe("second");

        await silo.Storage.ClearStateAsync("text", Grain, state);
        (await store.Scalar("select count(*) from orleans_state")).ShouldBe(0L);
        await Write(silo, state, "third");
        (await Read(silo)).State!.Text.ShouldBe("third");
    }

    [Fact]
    public async Task A_version_of_a_row_that_is_gone_is_refused_instead_of_written_anew()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        var state = await Read(silo);
        await Write(silo, state, "first");
        await store.Scalar("delete from orleans_state");
        await Should.ThrowAsync<InconsistentStateException>(() => Write(silo, state, "second"));
        (await store.Scalar("select count(*) from orleans_state")).ShouldBe(0L);
    }

    [Fact]
    public async Task Of_sixteen_writers_with_the_same_version_exactly_one_wins()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        for (var round = 1; round <= 20; round++)
        {
            var states = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Read(silo)));
            var won = await Task.WhenAll(states.Select((state, writer) => Wins(silo, state, $"{round}.{writer}")));
            won.Count(yes => yes).ShouldBe(1);

            var stored = await Read(silo);
            stored.State!.Text.ShouldBe($"{round}.{Array.IndexOf(won, true)}");
            stored.ETag.ShouldBe($"{round}");
        }
        (await store.Scalar("select count(*) from orleans_state")).ShouldBe(1L);
    }

    [Fact]
    public async Task Writers_that_read_again_after_a_conflict_lose_no_update()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var written = 0; written < 20;)
            {
                var state = await Read(silo);
                if (await Wins(silo, state, state.State!.Text + (char)('a' + writer))) written++;
            }
        }));
        var text = (await Read(silo)).State!.Text;
        text.GroupBy(writer => writer).ShouldAllBe(updates => updates.Count() == 20);
        text.Length.ShouldBe(160);
    }

    private static async Task<GrainState<Note>> Read(TestSilo silo)
    {
        var state = new GrainState<Note>(new Note());
        await silo.Storage.ReadStateAsync("text", Grain, state);
        return state;
    }

    private static Task Write(TestSilo silo, GrainState<Note> state, string text)
    {
        state.State = new Note { Text = text };
        return silo.Storage.WriteStateAsync("text", Grain, state);
    }

    private static async Task<bool> Wins(TestSilo silo, GrainState<Note> state, string text)
    {
        try
        {
            await Write(silo, state, text);
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }
}
