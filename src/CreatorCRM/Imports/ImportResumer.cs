using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Imports;

/// <summary>Has imports that an ended process left resumed, twice a minute. Harmless on any number of nodes.</summary>
public sealed class ImportResumer(ImportFiles files, IGrainFactory grains, IHostApplicationLifetime host, TimeProvider time, ILogger<ImportResumer> logger)
    : Caretaker("Unfinished imports", TimeSpan.FromSeconds(30), host, time, logger)
{
    protected override async Task Round(DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var key in await files.Running(cancel)) await grains.GetGrain<IImportJobGrain>(key.ToString()).Resume();
    }
}
