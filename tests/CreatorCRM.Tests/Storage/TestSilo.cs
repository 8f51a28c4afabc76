using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace CreatorCRM.Tests.Storage;

/// <summary>A silo of its own in this process, on a free port of the loopback.</summary>
public sealed class TestSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private TestSilo(IHost host) => _host = host;

    public static async Task<TestSilo> Start(TestStore store, Action<ISiloBuilder>? configure = null)
    {
        var silo = Build(store, configure);
        await silo._host.StartAsync();
        return silo;
    }

    public static TestSilo Build(TestStore store, Action<ISiloBuilder>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleans(silo =>
        {
            store.Use(silo, Ports.Free());
            configure?.Invoke(silo);
        });
        return new TestSilo(builder.Build());
    }

    public IServiceProvider Services => _host.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public IGrainStorage Storage => Services.GetRequiredService<IGrainStorage>();

    public SiloAddress Address => Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
    }
}
