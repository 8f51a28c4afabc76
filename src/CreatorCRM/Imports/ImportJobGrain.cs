using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Imports;

/// <summary>
/// Works beside its calls, chunk by chunk, and keeps its place after each chunk. Every row is a keyed command, so a chunk that a crash cut short is
/// run again with the same outcomes.
/// </summary>
[GrainType("import-job")]
public sealed class ImportJobGrain(
    [PersistentState("job")] IPersistentState<ImportJobState> job, ImportFiles files, ImportRowWriter rows, AggregateServices services,
    ILogger<ImportJobGrain> logger) : Grain, IImportJobGrain, IDisposable
{
    private const int ChunkRows = 500;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly CommitSignal _moved = new();
    private Task? _work;

    private static Refusal Unknown => Refusal.NotFound("import", "importId");

    private EntityKey Key => EntityKey.Parse(this.GetPrimaryKeyString());

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        if (_work is not null) await _work;
    }

    public void Dispose() => _stop.Dispose();

    public async Task<CommandResult> Start(ImmutableArray<ColumnChoice> choices, Actor actor)
    {
        if (job.State.Preview is not null)
        {
            if (!await MarkAndWork()) return Refuse(Unknown);
            return job.State.Choices.SequenceEqual(choices)
                ? CommandResult.Accepted(Key.Id, 1, replayed: true)
                : Refuse(new Refusal(RefusalCode.IllegalImportStatus,
                    "This import was started with another mapping. Upload the file again to import it differently.", "mapping"));
        }
        if (await files.FindPreview(Key, CancellationToken.None) is not { } preview) return Refuse(Unknown);
        var refusals = ColumnChoice.Apply(preview, choices, out var chosen);
        if (!refusals.IsEmpty) return CommandResult.Refused(Key.Id, 0, refusals);

        await Store(new ImportJobState
        {
            Preview = chosen.WithoutExamples(),
            Actor = actor,
            Choices = choices,
            Progress = ImportProgress.Of(preview.Rows) with { Status = ImportStatus.Running }
        });
        return await MarkAndWork() ? CommandResult.Accepted(Key.Id, 1) : Refuse(Unknown);
    }

    public async Task<ImportProgress?> GetProgress() =>
        job.State.Preview is not null
            ? job.State.Progress
            : await files.FindPreview(Key, CancellationToken.None) is { } preview
            ? ImportProgress.Of(preview.Rows)
            : null;

    public async Task<ImportProgress?> WaitForProgress(int beyond)
    {
        using var limit = new CancellationTokenSource(LongestWait, services.Time);
        while (job.State.Progress is { Status: not ImportStatus.Completed } progress && progress.Processed <= beyond && !limit.IsCancellationRequested)
            await _moved.Wait(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return await GetProgress();
    }

    public async Task Resume()
    {
        // Another cluster may have stored the job since this activation looked.
        if (job.State.Preview is null) await job.ReadStateAsync();
        if (job.State.Preview is null) await files.MarkPreviewed(Key);
        // Found again although it is complete: what ended it came before its file was forgotten.
        else if (job.State.Progress.Status == ImportStatus.Completed && _work is not { IsCompleted: false }) await files.MarkCompleted(Key);
        else Work();
    }

    private async Task Store(ImportJobState state)
    {
        job.State = state;
        try
        {
            await job.WriteStateAsync();
        }
        catch
        {
            // Whether it is stored nobody knows: what is only remembered here must acknowledge nothing.
            job.State = new ImportJobState();
            DeactivateOnIdle();
            throw;
        }
    }

    // Stored before it is marked, acknowledged after both: whoever finds the mark finds the job, and a start that came to nothing is simply repeated.
    private async Task<bool> MarkAndWork()
    {
        var isMarked = job.State.Progress.Status == ImportStatus.Completed || await files.MarkRunning(Key);
        if (!isMarked && await files.FindPreview(Key, CancellationToken.None) is null)
        {
            // The file waited for a week and was forgotten just now.
            await job.ClearStateAsync();
            return false;
        }
        Work();
        return true;
    }

    private CommandResult Refuse(Refusal refusal) => CommandResult.Refused(Key.Id, 0, refusal);

    private void Work()
    {
        if (job.State.Progress.Status == ImportStatus.Running && _work is not { IsCompleted: false }) _work = Run();
    }

    private async Task Run()
    {
        try
        {
            await Task.Yield();
            var content = await files.Read(Key, _stop.Token);
            foreach (var chunk in ImportRows.Read(content, job.State.Preview!, job.State.NextRow, logger).Chunk(ChunkRows))
            {
                _stop.Token.ThrowIfCancellationRequested();
                DelayDeactivation(TimeSpan.FromMinutes(5));
                await Take(chunk);
            }
            job.State.Progress = job.State.Progress with { Status = ImportStatus.Completed };
            await job.WriteStateAsync();
            await files.MarkCompleted(Key);
            _moved.Pulse();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The silo leaves; another one resumes.
        }
        catch (Exception e)
        {
            logger.LogError(e, "Import {Import} stopped before row {Row}; it will be resumed.", Key, job.State.NextRow);
            // What is remembered here may not be what is stored, perhaps because another cluster moved the job on: resume from what is stored.
            DeactivateOnIdle();
        }
    }

    private async Task Take(ImportedRow[] chunk)
    {
        var outcomes = await rows.Write(Key, chunk, job.State.Actor);
        var progress = job.State.Progress;
        foreach (var (row, outcome, problems) in outcomes) progress = progress.With(outcome, row.Problems.Concat(problems));
        job.State.Progress = progress;
        job.State.NextRow = chunk[^1].Number + 1;
        await job.WriteStateAsync();
        _moved.Pulse();
    }
}
