namespace CreatorCRM.Tests.Storage;

public sealed class SqliteGrainStateTests : GrainStateTests
{
    protected override Task<TestStore> Store() => TestStore.Sqlite();
}

public sealed class PostgresGrainStateTests(PostgresServer server) : GrainStateTests
{
    protected override Task<TestStore> Store() => TestStore.Postgres(server);
}

/// <summary>What a grain may expect of its persistent state.</summary>
public abstract class GrainStateTests
{
    protected abstract Task<TestStore> Store();

    [Fact]
    public async Task State_survives_a_deactivation_and_a_restart_of_the_silo()
    {
        await using var store = await Store();
        await using (var silo = await TestSilo.Start(store))
        {
            var note = silo.Grains.GetGrain<INoteGrain>("default/1");
            await note.Write("call Mia", "draft");
            var before = await note.Deactivate();
            (await note.Activation()).ShouldNotBe(before);
            (await note.Read()).ShouldBe(("call Mia", "draft"));
        }
        await using (var silo = await TestSilo.Start(store))
        {
            (await silo.Grains.GetGrain<INoteGrain>("default/1").Read()).ShouldBe(("call Mia", "draft"));
        }
    }

    [Fact]
    public async Task A_cleared_state_is_empty_for_the_next_activation_and_can_be_written_again()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        var note = silo.Grains.GetGrain<INoteGrain>("default/1");
        await note.Write("first", "draft");
        await note.Clear();
        await note.Deactivate();
        (await note.Read()).ShouldBe(("", "draft"));
        (await note.Exists()).ShouldBeFalse();

        await note.Write("second", "draft");
        await note.Deactivate();
        (await note.Read()).ShouldBe(("second", "draft"));
        (await note.Exists()).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_kinds_of_grains_with_the_same_key_and_state_name_are_kept_apart()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        await silo.Grains.GetGrain<INoteGrain>("default/1").Write("note", "draft");
        await silo.Grains.GetGrain<IMemoGrain>("default/1").Write("memo");

        (await silo.Grains.GetGrain<INoteGrain>("default/1").Read()).Note.ShouldBe("note");
        (await silo.Grains.GetGrain<IMemoGrain>("default/1").Read()).ShouldBe("memo");
        (await store.Scalar("select count(*) from orleans_state where type_name = 'test.memo/text' and service = 'creatorcrm'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Sixty_four_grains_that_write_together_lose_nothing()
    {
        await using var store = await Store();
        await using (var silo = await TestSilo.Start(store))
        {
            await Task.WhenAll(Enumerable.Range(0, 64).Select(async grain =>
            {
                for (var i = 0; i <= 5; i++) await silo.Grains.GetGrain<INoteGrain>($"default/{grain}").Write($"{grain}.{i}", "");
            }));
        }
        await using (var silo = await TestSilo.Start(store))
        {
            for (var grain = 0; grain < 64; grain++) (await silo.Grains.GetGrain<INoteGrain>($"default/{grain}").Read()).Note.ShouldBe($"{grain}.5");
        }
    }
}
