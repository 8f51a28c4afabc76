namespace CreatorCRM.Benchmarks;

/// <summary>Some 1 kB, as a young partnership has.</summary>
[GenerateSerializer, Alias("benchmark.stock-state")]
public sealed class StockState
{
    [Id(0)] public long Count { get; set; }
    [Id(1)] public Queue<string> Notes { get; set; } = [];
}

[Alias("benchmark.stock")]
public interface IStockGrain : IGrainWithStringKey
{
    Task<long> Log(string note);
}

/// <summary>The usual Orleans grain: it changes its state and writes all of it.</summary>
[GrainType("benchmark.stock")]
public sealed class StockGrain([PersistentState("state")] IPersistentState<StockState> stored) : Grain, IStockGrain
{
    public async Task<long> Log(string note)
    {
        stored.State.Count++;
        stored.State.Notes.Enqueue(note);
        if (stored.State.Notes.Count > 30) stored.State.Notes.Dequeue();
        await stored.WriteStateAsync();
        return stored.State.Count;
    }
}
