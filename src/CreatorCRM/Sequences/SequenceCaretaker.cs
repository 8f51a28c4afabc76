using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Sequences;

/// <summary>Looks for opt-outs that an ended process did not record in partnerships, every ten minutes. Harmless on any number of nodes.</summary>
public sealed class SequenceCaretaker(SequenceOptOuts optOuts, IHostApplicationLifetime host, TimeProvider time, ILogger<SequenceCaretaker> logger)
    : Caretaker("Opt-outs that end sequences", Interval, host, time, logger)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override Task Round(DateTimeOffset now, CancellationToken cancel) => optOuts.RecordAll(cancel);
}
