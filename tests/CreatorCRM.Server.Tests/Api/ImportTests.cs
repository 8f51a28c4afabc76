using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Api;

public sealed class ImportTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private static readonly StorageEngine[] Engines = [StorageEngine.Sqlite, StorageEngine.Postgres];

    public static TheoryData<StorageEngine, string, int> Lists =>
        [.. Engines.SelectMany(engine => SharedLists.All.Select(list => (engine, list.Name, list.Rows)))];

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_documents_that_clients_rely_on_take_a_list_over(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var (_, answer) = await server.Upload(
            """
            mutation ($file: Upload!) { previewImport(input: { file: $file, defaultPlatform: TIKTOK }) { import { id rows encoding columns { header meaning numberFormat examples problems } } userErrors { code } } }
            """, "Name,Username,Follower Count\nMia Brot,@verbatim.mia,10.4M\nTom Korn,@verbatim.tom,876K\n"u8.ToArray());
        var import = answer.Find("data.previewImport.import");
        (import.Find("rows").GetInt32(), import.Text("encoding")).ShouldBe((2, "utf-8"));
        import.Each("columns", "meaning").ShouldBe(["DISPLAY_NAME", "HANDLE", "FOLLOWERS"]);
        (await server.Query("query ($id: ID!) { node(id: $id) { ... on Import { rows } } }", new { id = import.Text("id") })).Find("node.rows").GetInt32()
            .ShouldBe(2);
        var job = (await server.Query(
            """
            mutation ($id: ID!) { startImport(input: { importId: $id }) { importJob { id status total processed created updated skipped failed } userErrors { code } } }
            """, new { id = import.Text("id") })).Find("startImport.importJob");
        job.Find("total").GetInt32().ShouldBe(2);
        Counts(await server.CompletedImport(job.Text("id"))).ShouldBe("2 created, 0 updated, 0 skipped, 0 failed of 2");
        var mia = await server.Query("""{ influencerByHandle(platform: TIKTOK, handle: "verbatim.mia") { displayName followers timeline(last: 1) { nodes { kind } } } }""");
        (mia.Find("influencerByHandle.displayName").GetString(), mia.Find("influencerByHandle.followers").GetInt32()).ShouldBe(("Mia Brot", 10_400_000));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_from_the_world_is_taken_over_and_a_second_time_creates_nothing(StorageEngine engine, string name, int rows)
    {
        await using var server = await servers.New(engine);
        var watch = Stopwatch.StartNew();
        var first = await server.Import(SharedLists.Read(name));
        TestContext.Current.TestOutputHelper?.WriteLine($"{name} on {engine}: {watch.Elapsed.TotalSeconds:F1} s for {rows} rows; {Counts(first)}");
        (first.Find("total").GetInt32(), first.Find("processed").GetInt32()).ShouldBe((rows, rows));
        first.Find("created").GetInt32().ShouldBeGreaterThan(rows * 9 / 10);
        new[] { "created", "updated", "skipped", "failed" }.Sum(outcome => first.Find(outcome).GetInt32()).ShouldBe(rows);

        var second = await server.Import(SharedLists.Read(name));
        (second.Find("created").GetInt32(), second.Find("updated").GetInt32(), second.Find("failed").GetInt32())
            .ShouldBe((0, 0, first.Find("failed").GetInt32()));
        (await server.Query("{ influencers(first: 1) { totalCount } }")).Find("influencers.totalCount").GetInt32().ShouldBe(first.Find("created").GetInt32());
        server.Log.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Imports_are_listed_the_newest_first_with_how_far_they_are(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        await server.Import("Name,Username\nMia Brot,@listed.mia\n"u8.ToArray());
        var waiting = (await server.PreviewImport("Name,Username\nTom Korn,@listed.tom\n"u8.ToArray(), name: "second.csv")).Find("import.id").GetString();

        const string list = "query ($after: String) { imports(first: 1, after: $after) { totalCount pageInfo { endCursor } nodes { id fileName status job { processed import { fileName } } } } }";
        var first = (await server.Query(list)).GetProperty("imports");
        var second = (await server.Query(list, new { after = first.Find("pageInfo.endCursor").GetString() })).GetProperty("imports");

        first.Find("totalCount").GetInt32().ShouldBe(2);
        first.Find("nodes.0").ToString().ShouldBe($$$$"""{"id":"{{{{waiting}}}}","fileName":"second.csv","status":"PREVIEWED","job":{"processed":0,"import":{"fileName":"second.csv"}}}""");
        second.Find("nodes.0.status").GetString().ShouldBe("COMPLETED");
        second.Find("nodes.0.job.processed").GetInt32().ShouldBe(1);
        (await server.Query("query ($id: ID!) { import(id: $id) { fileName } }", new { id = waiting })).Find("import.fileName").GetString()
            .ShouldBe("second.csv");
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_mapping_corrects_what_columns_were_taken_for(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var done = await server.Import("name,x1,x2\nCorrected Mia,corrected.mia,1.234\n"u8.ToArray(), new object[]
        {
            new { index = 1, meaning = "HANDLE", platform = "INSTAGRAM" },
            new { index = 2, meaning = "FOLLOWERS", platform = "INSTAGRAM", numberFormat = "DECIMAL_COMMA" },
        });
        Counts(done).ShouldBe("1 created, 0 updated, 0 skipped, 0 failed of 1");
        (await server.Query("""{ influencerByHandle(platform: INSTAGRAM, handle: "corrected.mia") { followers } }""")).Find("influencerByHandle.followers").GetInt32().ShouldBe(1234);
    }

    [Theory]
    [InlineData("""[{ "index": 3, "meaning": "HANDLE" }]""", "mapping.0.index INVALID")]
    [InlineData("""[{ "index": -1 }]""", "mapping.0.index INVALID")]
    [InlineData("""[{ "index": 1 }, { "index": 1 }]""", "mapping.1.index INVALID")]
    [InlineData("""[{ "index": 0, "meaning": "FOLLOWERS" }, { "index": 2, "meaning": "FOLLOWERS" }]""", "mapping.1.meaning INVALID")]
    [InlineData("""[{ "index": 0, "meaning": "IGNORE" }, { "index": 1, "meaning": "IGNORE" }]""", "mapping INVALID")]
    [InlineData("""[{ "index": 0 }, { "index": 1 }, { "index": 2 }, { "index": 2 }]""", "mapping INVALID")]
    public async Task A_mapping_that_makes_no_sense_is_refused_by_its_place(string mapping, string refusal)
    {
        var server = await servers.On(StorageEngine.Sqlite);
        var id = (await server.PreviewImport("name,tiktok,followers\nMia,mapped.mia,9\n"u8.ToArray())).Find("import.id").GetString();
        (await server.Refusals(Uploads.Start, new { id, mapping = JsonSerializer.Deserialize<JsonElement>(mapping) })).ShouldBe([refusal]);
        // It still waits.
        (await server.Mutate(Uploads.Start, new { id })).Find("importJob.total").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_import_is_started_once_and_with_one_mapping(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var id = (await server.PreviewImport("name,tiktok,followers\nMia,once.mia,9\n"u8.ToArray())).Find("import.id").GetString();
        var job = (await server.Mutate(Uploads.Start, new { id })).Find("importJob.id").GetString()!;
        (await server.Mutate(Uploads.Start, new { id })).Find("importJob.id").GetString().ShouldBe(job);
        Counts(await server.CompletedImport(job)).ShouldBe("1 created, 0 updated, 0 skipped, 0 failed of 1");
        (await server.Refusals(Uploads.Start, new { id, mapping = new[] { new { index = 2, meaning = "IGNORE" } } }))
            .ShouldBe(["mapping ILLEGAL_IMPORT_STATUS"]);
        (await server.Refusals(Uploads.Start, new { id = Convert.ToBase64String("Import:no"u8) })).ShouldBe(["importId NOT_FOUND"]);
        (await server.Query("query ($id: ID!) { importJob(id: $id) { status } }", new { id = Convert.ToBase64String("ImportJob:none"u8) }))
            .GetProperty("importJob").ValueKind
            .ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_repeated_key_previews_the_same_file_once_and_refuses_another(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var id = (await server.PreviewImport("name,tiktok\nMia,keyed.mia\n"u8.ToArray(), "one file")).Find("import.id").GetString();
        (await server.PreviewImport("name,tiktok\nMia,keyed.mia\n"u8.ToArray(), "one file")).Find("import.id").GetString().ShouldBe(id);
        var other = await server.PreviewImport("name,tiktok\nTom,keyed.tom\n"u8.ToArray(), "one file");
        (other.Find("userErrors.0.code").GetString(), string.Join('.', other.Find("userErrors.0.field").EnumerateArray()))
            .ShouldBe(("IDEMPOTENCY_KEY_REUSED", "idempotencyKey"));
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Every_encoding_and_any_file_name_will_do(StorageEngine engine)
    {
        var server = await servers.On(engine);
        var utf16 = await server.PreviewImport([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("name\ttiktok\nJürgen 😀\tjj\n")]);
        (utf16.Find("import.encoding").GetString(), utf16.Find("import.rows").GetInt32()).ShouldBe(("utf-16", 1));
        foreach (var name in new[] { "../../../../etc/passwd", @"..\..\x.csv", new string('x', 5000), "a\u0001b\0.csv", "", "ملف 😀.csv" })
            (await server.PreviewImport("name,tiktok\nMia,named.mia\n"u8.ToArray(), name: name)).Find("import.rows").GetInt32().ShouldBe(1, name);
        server.Log.ShouldBeEmpty();
    }

    private static string Counts(JsonElement job) =>
        $"{job.Find("created")} created, {job.Find("updated")} updated, {job.Find("skipped")} skipped, {job.Find("failed")} failed of {job.Find("total")}";
}
