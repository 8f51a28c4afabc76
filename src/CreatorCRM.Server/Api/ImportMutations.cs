using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

[QueryRoot]
[Requires(Scope.RelationshipsRead)]
public static class ImportQueriesApi
{
    /// <summary>An uploaded file; null when there is none with this id.</summary>
    public static IDataLoaderResult<Import?> Import(NodeId<Import> id, ImportLoader loader) => loader.LoadAsync(id.Key);

    /// <summary>All uploaded files that wait to be imported or were started, the newest first. One that is not started within a week is forgotten.</summary>
    public static async Task<Page<Import>> Imports(PageRequest page, ImportFiles files, Caller caller, CancellationToken cancel) =>
        (await files.List(caller.Workspace, page, cancel)).Select(file => new Import(file));

    /// <summary>How far an import has come; null when there is none with this id.</summary>
    public static IDataLoaderResult<ImportJob?> ImportJob(NodeId<ImportJob> id, ImportJobLoader loader) => loader.LoadAsync(id.Key);
}

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class ImportMutations
{
    /// <summary>Looks at a CSV file of influencers and proposes how to read it. Nothing is written; the file waits a week to be started.</summary>
    public static async Task<PreviewImportPayload> PreviewImport(PreviewImportInput input, ImportFiles files, IdGenerator ids, Caller caller,
        CancellationToken cancel)
    {
        var context = caller.Command("previewImport", input.IdempotencyKey, input);
        using var content = new MemoryStream();
        await input.File.Content.CopyToAsync(content, cancel);
        var key = context.CommandId ?? ids.Next();
        var (file, refusal) = await files.Add(caller.Key(key),
            new UploadedList(input.File.FileName, content.ToArray(), input.DefaultPlatform, context.Fingerprint), cancel);
        return refusal is null ? new PreviewImportPayload(new Import(file!)) : new PreviewImportPayload(null).Refused(refusal);
    }

    /// <summary>
    /// Takes the file over: creates influencers, and adds to those whose account is known already what the file says beyond what is there. Runs on after the
    /// answer; ask importJob how far it is. Starting an import twice with the same mapping does it once.
    /// </summary>
    public static async Task<StartImportPayload> StartImport(StartImportInput input, IGrainFactory grains, Caller caller)
    {
        var job = grains.ImportJob(caller, input.ImportId.Key);
        var result = await job.Start([.. (input.Mapping ?? []).Select(choice => new ColumnChoice(choice.Index, choice.Meaning, choice.Platform,
            choice.NumberFormat))], caller.Actor);
        return await result.ToPayload(started => new StartImportPayload(started),
            async () => await job.GetProgress() is { } progress ? new ImportJob(input.ImportId.Key, progress) : null);
    }

    internal static IImportJobGrain ImportJob(this IGrainFactory grains, Caller caller, string key) =>
        grains.GetGrain<IImportJobGrain>(caller.Key(key).ToString());
}

/// <summary>A file to look at.</summary>
/// <param name="File">CSV in any encoding and with any delimiter; at most 25 MB and 200,000 rows.</param>
/// <param name="DefaultPlatform">Where handles live that nothing in the file assigns to a platform.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record PreviewImportInput(UploadedFile File, Platform? DefaultPlatform, string? IdempotencyKey);

/// <summary>What to import, and how.</summary>
/// <param name="Mapping">Corrections to what was proposed; a column that is not named is read as proposed.</param>
/// <param name="IdempotencyKey">Not needed: an import happens once in any case.</param>
public sealed record StartImportInput(NodeId<Import> ImportId, IReadOnlyList<ColumnChoiceInput>? Mapping, string? IdempotencyKey);

/// <summary>How to read a column instead; what is not given stays as proposed.</summary>
/// <param name="Index">Of the column, from 0.</param>
/// <param name="Meaning">What it holds.</param>
/// <param name="Platform">Which account a handle or figure belongs to.</param>
/// <param name="NumberFormat">How its numbers are written.</param>
public sealed record ColumnChoiceInput(int Index, ColumnMeaning? Meaning, Platform? Platform, NumberFormat? NumberFormat);

public sealed record PreviewImportPayload(Import? Import) : Payload;

public sealed record StartImportPayload(ImportJob? ImportJob) : Payload;
