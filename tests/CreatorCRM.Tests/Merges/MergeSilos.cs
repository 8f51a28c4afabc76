using CreatorCRM.Storage;

namespace CreatorCRM.Tests.Merges;

/// <summary>One silo on each engine for all tests of a class; each test has a workspace of its own.</summary>
public sealed class MergeSilos(PostgresServer postgres) : IAsyncDisposable
{
    private readonly Dictionary<StorageEngine, CrmSilo> _silos = [];
    private int _workspaces;

    public async Task<MergeBench> On(StorageEngine engine)
    {
        if (!_silos.TryGetValue(engine, out var silo)) _silos[engine] = silo = await CrmSilo.Start(engine, postgres);
        return new MergeBench(silo, $"w{++_workspaces}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos.Values) await silo.DisposeAsync();
    }
}
