using System.Collections.Immutable;
using Orleans.Storage;

namespace CreatorCRM.Tests.Storage;

public sealed class SqliteStoredBytesTests : StoredBytesTests
{
    protected override Task<TestStore> Store() => TestStore.Sqlite();
}

public sealed class PostgresStoredBytesTests(PostgresServer server) : StoredBytesTests
{
    protected override Task<TestStore> Store() => TestStore.Postgres(server);
}

/// <summary>What is stored for whom, byte by byte and across versions of the program.</summary>
public abstract class StoredBytesTests
{
    protected abstract Task<TestStore> Store();

    [Fact]
    public async Task A_state_of_a_megabyte_comes_back_as_it_was()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        var random = new Random(1);
        var id = GrainId.Create("test", "default/1");
        var state = new GrainState<byte[]>();
        for (var i = 0; i < 3; i++)
        {
            state.State = new byte[1_000_000 + i];
            random.NextBytes(state.State);
            await silo.Storage.WriteStateAsync("bytes", id, state);
        }
        (await Read<byte[]>(silo, "bytes", id)).State.ShouldBe(state.State);
    }

    [Theory]
    [InlineData("default/1")]
    [InlineData("0af1e2f4-5fd0-4b0f-8b36-0d1c3a5f7e21")]
    [InlineData("2a")]
    [InlineData("2a+extension")]
    [InlineData("Übergröße 𝓜")]
    public async Task Any_kind_of_key_is_found_again(string key)
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        var id = GrainId.Create("test", key);
        await silo.Storage.WriteStateAsync("text", id, new GrainState<Note>(new Note { Text = key }));
        (await Read<Note>(silo, "text", id)).State!.Text.ShouldBe(key);
        (await Read<Note>(silo, "text", GrainId.Create("test", key + "0"))).RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task Grains_whose_hashes_are_equal_are_kept_apart()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        ((AdoNetGrainStorage)silo.Storage).HashPicker = new StorageHasherPicker([new SameHash()]);
        string[] keys = ["default/1", "default/2", "1", "2", "1+a", "1+b"];
        var states = keys.Select(key => new GrainState<Note>(new Note { Text = key })).ToArray();
        for (var i = 0; i < keys.Length; i++) await silo.Storage.WriteStateAsync("text", GrainId.Create("test", keys[i]), states[i]);
        await silo.Storage.ClearStateAsync("text", GrainId.Create("test", keys[0]), states[0]);

        (await Read<Note>(silo, "text", GrainId.Create("test", keys[0]))).RecordExists.ShouldBeFalse();
        foreach (var key in keys[1..]) (await Read<Note>(silo, "text", GrainId.Create("test", key))).State!.Text.ShouldBe(key);
    }

    [Fact]
    public async Task A_state_from_before_a_field_was_added_is_read_and_one_from_after_too()
    {
        await using var store = await Store();
        await using var silo = await TestSilo.Start(store);
        var (old, renewed) = (GrainId.Create("test", "default/old"), GrainId.Create("test", "default/new"));
        await silo.Storage.WriteStateAsync("s", old, new GrainState<Before>(new Before { Name = "Mia" }));
        await silo.Storage.WriteStateAsync("s", renewed, new GrainState<After>(new After { Handle = "miabrot", Followers = 50_000, Niches = ["bread"] }));

        (await Read<After>(silo, "s", old)).State!.ShouldSatisfyAllConditions(
            state => state.Handle.ShouldBe("Mia"), state => state.Followers.ShouldBe(0), state => state.Niches.ShouldBeEmpty(), state => state.Tier.ShouldBe("NANO"));
        (await Read<Before>(silo, "s", renewed)).State!.Name.ShouldBe("miabrot");
    }

    private static async Task<GrainState<T>> Read<T>(TestSilo silo, string name, GrainId id)
    {
        var state = new GrainState<T>();
        await silo.Storage.ReadStateAsync(name, id, state);
        return state;
    }

    private sealed class SameHash : IHasher
    {
        public string Description => "Every key collides.";

        public int Hash(byte[] data) => 7;
    }
}

[GenerateSerializer, Alias("test.before")]
public sealed class Before
{
    [Id(0)] public string Name { get; set; } = "";
}

/// <summary><see cref="Before"/> with its field renamed and others added.</summary>
[GenerateSerializer, Alias("test.after")]
public sealed class After
{
    [Id(0)] public string Handle { get; set; } = "";
    [Id(1)] public int? Followers { get; set; } = 0;
    [Id(2)] public ImmutableArray<string> Niches { get; set; } = [];
    [Id(3)] public string Tier { get; set; } = "NANO";
}
