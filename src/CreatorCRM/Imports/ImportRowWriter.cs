using System.Collections.Immutable;
using System.Globalization;
using CreatorCRM.Influencers;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Imports;

/// <summary>Finds out whom each row is about and sends it to that influencer's grain.</summary>
public sealed class ImportRowWriter(IGrainFactory grains, IDbContextFactory<CrmDbContext> contexts)
{
    private const int Parallel = 100;

    /// <summary>Rows about one person go in order, others side by side. Running a chunk again gives the same outcomes.</summary>
    public async Task<IReadOnlyList<(ImportedRow Row, RowOutcome Outcome, IEnumerable<RowProblem> Problems)>> Write(EntityKey import,
        IReadOnlyList<ImportedRow> rows, Actor actor)
    {
        var owners = await Owners(import.Workspace, rows);
        var outcomes = new (ImportedRow, RowOutcome, IEnumerable<RowProblem>)[rows.Count];
        var people = ImportedPeople.Of(import.Workspace, rows, owners);
        using var slots = new SemaphoreSlim(Parallel);
        await Task.WhenAll(people.Select(async person =>
        {
            await slots.WaitAsync();
            try
            {
                foreach (var i in person) outcomes[i] = await Write(import, rows[i], person.Key, actor);
            }
            finally
            {
                slots.Release();
            }
        }));
        return outcomes;
    }

    private async Task<(ImportedRow, RowOutcome, IEnumerable<RowProblem>)> Write(EntityKey import, ImportedRow row, string influencer, Actor actor)
    {
        if (row.Candidate is null) return (row, row.Problems.Any(problem => problem.Fatal) ? RowOutcome.Failed : RowOutcome.Skipped, []);
        var result = await Send(import, row, influencer, actor);
        if (result.Refusals.Any(refusal => refusal.Code == RefusalCode.HandleTaken))
        {
            // The account was given to somebody since the chunk was looked up, perhaps by an earlier row of it.
            var now = ImportedPeople.Of(import.Workspace, [row], await Owners(import.Workspace, [row])).Single().Key;
            if (now != influencer) result = await Send(import, row, now, actor);
        }
        // A row without a known account leads to whom an earlier import made of it, and that one may be part of another one by now.
        for (var merged = influencer; result.Refusals.Any(refusal => refusal.Code == RefusalCode.InfluencerMerged)
            && await Survivor(import.Workspace, merged) is { } survivor; merged = survivor)
            result = await Send(import, row, survivor, actor);
        return result.IsAccepted
            ? (row, Enum.Parse<RowOutcome>(result.Part!), [])
            : (row, RowOutcome.Failed, result.Refusals.Select(refusal => new RowProblem(row.Number, null, refusal.Message, Fatal: true)));
    }

    private Task<CommandResult> Send(EntityKey import, ImportedRow row, string influencer, Actor actor)
    {
        var number = row.Number.ToString(CultureInfo.InvariantCulture);
        var context = new CommandContext(actor, IdGenerator.Derive(import.Workspace, "import", import.Id, number, influencer), "");
        return grains.GetGrain<IInfluencerGrain>(new EntityKey(import.Workspace, influencer).ToString()).Import(row.Candidate!.ToCommand(), context);
    }

    private async Task<string?> Survivor(string workspace, string influencer)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Set<InfluencerRow>().IgnoreQueryFilters().Where(row => row.Workspace == workspace && row.Id == influencer).Select(row => row.MergedInto)
            .SingleOrDefaultAsync();
    }

    private async Task<Dictionary<(Platform, string), string>> Owners(string workspace, IReadOnlyList<ImportedRow> rows)
    {
        var named = rows.SelectMany(row => row.Candidate?.Accounts ?? []).ToList();
        if (named.Count == 0) return [];
        // Also by platform, which comes before the handle in the index: without it every account of the workspace would be looked at.
        var platforms = named.Select(account => account.Platform).Distinct().ToArray();
        var handles = named.Select(account => account.HandleKey).Distinct().ToArray();
        await using var db = await contexts.CreateDbContextAsync();
        var accounts = await db.Set<AccountRow>()
            .Where(row => row.Workspace == workspace && EF.Parameter(platforms).Contains(row.Platform) && EF.Parameter(handles).Contains(row.HandleKey))
            .Select(row => new { row.Platform, row.HandleKey, row.InfluencerId }).ToListAsync();
        return accounts.ToDictionary(account => (account.Platform, account.HandleKey), account => account.InfluencerId);
    }
}
