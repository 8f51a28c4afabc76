using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using CreatorCRM.Common;
using CreatorCRM.Imports;
using CreatorCRM.Influencers;
using CreatorCRM.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CreatorCRM.Tests.Imports;

public abstract class ImportJobTests(StorageEngine engine, PostgresServer postgres) : IAsyncLifetime
{
    private static readonly Actor Manager = new("m", "Manager");
    private CrmSilo _crm = null!;
    private int _imports;

    public async ValueTask InitializeAsync() => _crm = await CrmSilo.Start(engine, postgres);

    public ValueTask DisposeAsync() => _crm.DisposeAsync();

    public static TheoryData<string, Platform?, int, int> Samples => new()
    {
        { "tt_nigeria_2025-04.csv", Platform.Tiktok, 200, 200 },
        { "creator_atlas.csv", null, 59, 59 },
        { "handles_only_spark_ar.csv", Platform.Instagram, 9_730, 9_680 },
        { "handles_only_tech.csv", null, 90, 90 },
        { "jp_opendata_makers.csv", null, 142, 142 },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_real_list_imports_and_importing_it_again_creates_nothing(string file, Platform? platform, int rows, int atLeast)
    {
        if (SharedFolder() is not { } shared) return;
        var bytes = await File.ReadAllBytesAsync(Path.Combine(shared, "data", "creators", file), TestContext.Current.CancellationToken);
        var first = await Import(bytes, platform);
        first.Total.ShouldBe(rows);
        first.Processed.ShouldBe(rows);
        first.Created.ShouldBeGreaterThanOrEqualTo(atLeast, string.Join('\n', first.Problems.Where(problem => problem.Fatal).Take(20)));
        (first.Created + first.Updated + first.Skipped + first.Failed).ShouldBe(rows);
        await using var read = _crm.Read();
        (await read.Set<InfluencerRow>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(first.Created);

        var second = await Import(bytes, platform);
        (second.Created, second.Updated).ShouldBe((0, 0));
        second.Failed.ShouldBe(first.Failed);
        (await read.Set<InfluencerRow>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(first.Created);
    }

    [Fact]
    public async Task A_file_that_is_sent_again_before_the_first_answer_is_kept_once()
    {
        var (files, key) = (_crm.Services.GetRequiredService<ImportFiles>(), new EntityKey("default", "twice"));
        var list = new UploadedList("list.csv", Encoding.UTF8.GetBytes("name\nMia\n"), null, "fingerprint");
        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => files.Add(key, list, CancellationToken.None))));
        kept.Select(one => one.File.ShouldNotBeNull().UploadedAt).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_file_fills_and_joins_but_never_overwrites()
    {
        await _crm.Grain<IInfluencerGrain>("i1")
            .Create(new CreateInfluencer("Mia Brot", [new NewAccount(Platform.Instagram, "miabrot", null, new Metrics(1000))],
            new InfluencerChanges { Niches = ["bread"], Country = new Change<string?>("AT") }), new CommandContext(Manager));
        var progress = await Import(Encoding.UTF8.GetBytes("name,instagram_handle,followers,niche,country,email\nSomebody Else,@MiaBrot,1200,cake,DE,mia@example.com\n"), null);
        (progress.Created, progress.Updated, progress.Failed).ShouldBe((0, 1, 0), string.Join('\n', progress.Problems));
        await using var read = _crm.Read();
        var row = await read.Set<InfluencerRow>().SingleAsync(TestContext.Current.CancellationToken);
        (row.DisplayName, row.Country, row.Followers).ShouldBe(("Mia Brot", "AT", 1200));
        row.ContactPoints.ShouldContain("mia@example.com");
        (await read.Set<InfluencerNicheRow>().Select(niche => niche.Name).ToListAsync(TestContext.Current.CancellationToken))
            .ShouldBe(["bread", "cake"], ignoreOrder: true);
    }

    [Fact]
    public async Task One_person_in_several_rows_is_one_influencer_and_an_opt_out_is_respected()
    {
        var progress = await Import(Encoding.UTF8.GetBytes("""
            name,instagram_handle,tiktok_handle,email
            Ann,ann.one,,ann@example.com
            Ann,ann.one,ann_two,don't contact
            Ann,,ann_two,
            Bob,bob,,bob@example.com
            """), null);
        (progress.Created, progress.Failed).ShouldBe((2, 0), string.Join('\n', progress.Problems));
        await using var read = _crm.Read();
        var people = await read.Set<InfluencerRow>().OrderBy(row => row.DisplayName).ToListAsync(TestContext.Current.CancellationToken);
        people.Select(person => (person.DisplayName, person.DoNotContact)).ShouldBe([("Ann", true), ("Bob", false)]);
        (await read.Set<AccountRow>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3);
    }

    [Fact]
    public async Task A_job_that_was_cut_off_goes_on_where_it_was_and_counts_every_row_once()
    {
        var storage = await CrmSilo.NewStorage(engine, postgres);
        var bytes = Encoding.UTF8.GetBytes("instagram_handle,followers\n" + string.Concat(Enumerable.Range(1, 3000).Select(i => $"person.{i},{i * 10}\n")));
        await using (var first = await CrmSilo.Start(storage))
        {
            await Start(first, bytes, null, "cut");
            // Some chunks are done and some are not.
            await first.Grain<IImportJobGrain>("cut").WaitForProgress(0);
        }
        await using var second = await CrmSilo.Start(storage);
        var progress = await Completed(second, "cut");
        (progress.Created, progress.Skipped, progress.Failed, progress.Processed).ShouldBe((3000, 0, 0, 3000));
        await using var read = second.Read();
        (await read.Set<InfluencerRow>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3000);
    }

    [Fact]
    public async Task A_job_that_ended_before_its_file_was_forgotten_forgets_it_when_it_is_found_again()
    {
        await ImportAs("kept", Encoding.UTF8.GetBytes("instagram_handle\nmia\n"), null);
        await using var db = _crm.Read();
        while (!await db.Set<ImportFileRow>().AnyAsync(row => row.Status == ImportStatus.Completed, TestContext.Current.CancellationToken)) await Task.Yield();
        await db.Set<ImportFileRow>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ImportStatus.Running).SetProperty(row => row.Content, new byte[] { 1 }),
                TestContext.Current.CancellationToken);
        await _crm.Grain<IImportJobGrain>("kept").Resume();
        var file = await db.Set<ImportFileRow>().SingleAsync(TestContext.Current.CancellationToken);
        (file.Status, file.Content.Length).ShouldBe((ImportStatus.Completed, 0));
    }

    [Fact]
    public async Task What_an_imported_file_says_of_people_is_forgotten_with_it()
    {
        await ImportAs("kept", Encoding.UTF8.GetBytes("instagram_handle,email\nmia,mia@example.com\n"), null);
        await using var db = _crm.Read();
        await Poll.Until(() => db.Set<ImportFileRow>().AnyAsync(row => row.Status == ImportStatus.Completed, TestContext.Current.CancellationToken));
        var file = await db.Set<ImportFileRow>().SingleAsync(TestContext.Current.CancellationToken);
        file.Content.ShouldBeEmpty();
        file.Preview.ShouldNotContain("mia");
        file.Preview.ShouldContain("instagram_handle");
    }

    [Fact]
    public async Task A_file_that_nobody_imports_within_a_week_is_forgotten_in_every_workspace()
    {
        var cancel = TestContext.Current.CancellationToken;
        var files = _crm.Services.GetRequiredService<ImportFiles>();
        foreach (var key in (EntityKey[])[new("default", "old"), new("acme", "old"), new("acme", "young"), new("acme", "started"), new("", "broken")])
            await files.Add(key, new UploadedList("list.csv", Encoding.UTF8.GetBytes("instagram_handle\nmia\n"), null), cancel);
        await using var db = _crm.Read();
        var now = new DateTimeOffset(2100, 1, 8, 12, 0, 0, TimeSpan.Zero);
        await db.Set<ImportFileRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.UploadedAt, now.AddDays(-7).AddMinutes(-1)), cancel);
        await db.Set<ImportFileRow>().Where(row => row.Id == "young")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UploadedAt, now.AddDays(-7).AddMinutes(1)), cancel);
        (await _crm.Grain<IImportJobGrain>("started", "acme").Start([], Manager)).IsAccepted.ShouldBeTrue();
        // No grain can have this key, and it comes first.
        await db.Set<ImportFileRow>().Where(row => row.Id == "broken")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ImportStatus.Running), cancel);

        var time = new FakeTimeProvider(now);
        using var resumer = new ImportResumer(files, _crm.Grains, _crm.Services.GetRequiredService<IHostApplicationLifetime>(), time,
            NullLogger<ImportResumer>.Instance);
        await resumer.StartAsync(cancel);
        await Poll.Until(async () => await Left() == "broken, started, young");
        time.Advance(TimeSpan.FromMinutes(2));
        await Poll.Until(async () => await Left() == "broken, started");
        await resumer.StopAsync(cancel);

        async Task<string> Left() => string.Join(", ", await db.Set<ImportFileRow>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel));
    }

    [Fact]
    public async Task A_start_that_cannot_be_stored_is_not_acknowledged_however_often_it_is_repeated()
    {
        var cancel = TestContext.Current.CancellationToken;
        await Upload(_crm, Encoding.UTF8.GetBytes("instagram_handle\nmia\n"), null, "unstored");
        var job = _crm.Grain<IImportJobGrain>("unstored");
        // It is in memory before the database is lost.
        await job.GetProgress();
        await InGrainStorage("ALTER TABLE orleans_state RENAME TO lost");
        for (var i = 0; i < 2; i++) await Should.ThrowAsync<Exception>(() => job.Start([], Manager));
        await InGrainStorage("ALTER TABLE lost RENAME TO orleans_state");
        await using var db = _crm.Read();
        (await db.Set<ImportFileRow>().SingleAsync(cancel)).Status.ShouldBe(ImportStatus.Previewed);

        (await job.Start([], Manager)).ShouldSatisfyAllConditions(result => result.IsAccepted.ShouldBeTrue(), result => result.Replayed.ShouldBeFalse());
        (await Completed(_crm, "unstored")).Created.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_whose_start_was_lost_can_be_started_again()
    {
        var cancel = TestContext.Current.CancellationToken;
        await Upload(_crm, Encoding.UTF8.GetBytes("instagram_handle\nmia\n"), null, "marked");
        await using var db = _crm.Read();
        await db.Set<ImportFileRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, ImportStatus.Running), cancel);
        var job = _crm.Grain<IImportJobGrain>("marked");
        await job.Resume();
        (await db.Set<ImportFileRow>().SingleAsync(cancel)).Status.ShouldBe(ImportStatus.Previewed);
        (await job.Start([], Manager)).IsAccepted.ShouldBeTrue();
        (await Completed(_crm, "marked")).Created.ShouldBe(1);
    }

    private async Task InGrainStorage(string sql)
    {
        var storage = _crm.Services.GetRequiredService<StorageOptions>();
        await using DbConnection connection = engine == StorageEngine.Sqlite
            ? new SqliteConnection($"Data Source={storage.OrleansFile}") : new NpgsqlConnection(storage.PostgresConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private Task<ImportProgress> Import(byte[] bytes, Platform? platform) => ImportAs($"import{++_imports}", bytes, platform);

    private async Task<ImportProgress> ImportAs(string id, byte[] bytes, Platform? platform)
    {
        await Start(_crm, bytes, platform, id);
        return await Completed(_crm, id);
    }

    internal static async Task Start(CrmSilo crm, byte[] bytes, Platform? platform, string id)
    {
        await Upload(crm, bytes, platform, id);
        (await crm.Grain<IImportJobGrain>(id).Start(ImmutableArray<ColumnChoice>.Empty, Manager)).IsAccepted.ShouldBeTrue();
    }

    private static async Task Upload(CrmSilo crm, byte[] bytes, Platform? platform, string id)
    {
        var (_, refusal) = await crm.Services.GetRequiredService<ImportFiles>()
            .Add(new EntityKey("default", id), new UploadedList("list.csv", bytes, platform), CancellationToken.None);
        refusal.ShouldBeNull();
    }

    private static async Task<ImportProgress> Completed(CrmSilo crm, string id)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var progress = ImportProgress.Of(0);
        while (progress.Status != ImportStatus.Completed)
        {
            deadline.Token.ThrowIfCancellationRequested();
            progress = (await crm.Grain<IImportJobGrain>(id).WaitForProgress(progress.Processed))!;
        }
        return progress;
    }

    private static string? SharedFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CreatorCRM.sln"))) folder = folder.Parent;
        var shared = folder is null ? null : Path.Combine(folder.FullName, "..", "shared");
        return Directory.Exists(shared) ? shared : null;
    }
}

public sealed class SqliteImportJobTests(PostgresServer postgres) : ImportJobTests(StorageEngine.Sqlite, postgres);

public sealed class PostgresImportJobTests(PostgresServer postgres) : ImportJobTests(StorageEngine.Postgres, postgres);

public sealed class SharedImportJobTests(PostgresServer postgres)
{
    [Fact]
    public async Task A_job_whose_place_another_cluster_moved_on_goes_on_from_there()
    {
        await using var crm = await CrmSilo.Start(StorageEngine.Postgres, postgres);
        await ImportJobTests.Start(crm, Encoding.UTF8.GetBytes("instagram_handle\n" + string.Concat(Enumerable.Range(1, 3000).Select(i => $"person.{i}\n"))),
            null, "shared");
        var job = crm.Grain<IImportJobGrain>("shared");
        await job.WaitForProgress(0);
        await using var db = crm.Read();
        // As the resumer of a second cluster on this database does when it works on the same job.
        (await db.Database.ExecuteSqlRawAsync("UPDATE orleans_state SET version = version + 1 WHERE type_name LIKE '%import-job%'",
            TestContext.Current.CancellationToken)).ShouldBe(1);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await db.Set<ImportFileRow>().AnyAsync(row => row.Status == ImportStatus.Completed, deadline.Token)) await job.Resume();
        (await job.GetProgress())!.ShouldSatisfyAllConditions(progress => progress.Processed.ShouldBe(3000), progress => progress.Created.ShouldBe(3000));
    }
}
