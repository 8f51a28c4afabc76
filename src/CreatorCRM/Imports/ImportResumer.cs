using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Imports;

/// <summary>
/// Has imports that an ended process left resumed, and files that nobody imported within a week forgotten, twice a minute. Harmless on any number of nodes.
/// </summary>
public sealed class ImportResumer(ImportFiles files, IGrainFactory grains, IHostApplicationLifetime host, TimeProvider time, ILogger<ImportResumer> logger)
    : Caretaker("Unfinished imports", TimeSpan.FromSeconds(30), host, time, logger)
{
    private const int AtATime = 100;

    protected override async Task Round(DateTimeOffset now, CancellationToken cancel)
    {
        await Each(await files.Running(cancel), key => grains.GetGrain<IImportJobGrain>(key.ToString()).Resume(), cancel);
        await Each(await files.Unwanted(now, AtATime, cancel), key => files.Forget(key, cancel), cancel);
    }
}
