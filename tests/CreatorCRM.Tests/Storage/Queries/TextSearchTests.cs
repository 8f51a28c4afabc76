using CreatorCRM.Common;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Queries;
using CreatorCRM.Storage.Sqlite;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class TextSearchTests(PostgresServer postgres)
{
    private static readonly Gen<string> Word = Gen.OneOf(
        "Mia", "brot", "BRÔT", "𝓜𝓲𝓪", "ｂｒｏｔ", "a", "ia", "ot", "mia\"", "\"", "'", "%", "100%", "_", "m_a", "\\", "*", "mia*", "OR", "AND", "NOT", "NEAR(", ")",
        "^mia", "-brot", "search_text:", "{0}",
        "🙂🙃🙂", "🙂", "مريم", "خبز", "\u202eمريم", "米亚面包", "面包", "ß", "straße", "İstanbul", "ﬁne", "a\u0301bc", "\0", "\ud800", "--", ";drop");

    private static readonly Gen<string> Phrase = Gen.Select(Word.Array[0, 4], Gen.OneOf(" ", "", "\u00a0", "\t "), (words, space) => string.Join(space, words));

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_search_finds_what_holds_every_folded_word(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        var everyone = People.In("w", Phrase.Array[200].Single(_ => true, "0000KIsdTX33").Select(text => People.Named("Ana") with { SearchText = TextKey.Fold(text) }));
        await database.Add(everyone);
        await Phrase.SampleAsync(async query =>
        {
            await using var db = database.CreateDbContext();
            var words = TextKey.Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var found = await database.Search.Search(db, db.People.Where(row => row.Workspace == "w"), "w", query).Select(row => row.Id).ToListAsync();
            found.ShouldBe(everyone.Where(row => words.All(word => row.SearchText.Contains(word, StringComparison.Ordinal))).Select(row => row.Id),
                ignoreOrder: true);
        }, iter: 300, threads: 1);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_index_follows_every_change(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        await database.Add(People.In("w", People.Named("Mia Brot"), People.Named("Noa Keks")));
        (await Find(database, "w", "brot mia")).ShouldBe(["Mia Brot"]);

        await database.Execute("UPDATE people SET search_text = 'mia kuchen', name = 'Mia Kuchen' WHERE name = 'Mia Brot'");
        (await Find(database, "w", "brot")).ShouldBeEmpty();
        (await Find(database, "w", "KÜCHEN")).ShouldBe(["Mia Kuchen"]);

        await database.Execute("""
            INSERT INTO people SELECT * FROM people WHERE true
            ON CONFLICT (workspace, id) DO UPDATE SET search_text = excluded.search_text || ' torte', name = excluded.name
            """);
        (await Find(database, "w", "torte")).ShouldBe(["Mia Kuchen", "Noa Keks"]);

        await database.Execute("DELETE FROM people WHERE name = 'Noa Keks'");
        if (engine == StorageEngine.Sqlite) await database.Execute("VACUUM");
        (await Find(database, "w", "torte")).ShouldBe(["Mia Kuchen"]);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_search_stays_in_its_workspace_and_joins_filter_order_and_count(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        var mia = People.In("one", People.Named("Mia Brot"))[0];
        // The same id elsewhere, with other words.
        await database.Add([mia, mia with { Workspace = "two", SearchText = "noa keks", Name = "Noa Keks" }]);

        (await Find(database, "one", "keks")).ShouldBeEmpty();
        (await Find(database, "two", "keks")).ShouldBe(["Noa Keks"]);
        var page = await database.ReadPage(
            db => database.Search.Search(db, db.People.Where(row => row.Workspace == "one"), "one", "bro")
                .Where(PersonFilter.Map.Compile(new() { Name = new() { StartsWith = "Mia" } }, db)),
            new KeysetOrder<PersonRow>("people", row => row.Id).By(row => row.Name), new(5, null, null, null), default);
        page.Items.Single().Node.Name.ShouldBe("Mia Brot");
        (await page.CountTotal(default)).ShouldBe(1);
    }

    [Fact]
    public async Task PostgreSQL_looks_into_the_trigram_index()
    {
        await using var database = await QueryDatabase.Create(StorageEngine.Postgres, postgres);
        await Fill(database);
        var plan = await PlanOf(database, "N 4321");
        plan.ShouldContain("Bitmap Index Scan on ix_people_search_text", customMessage: plan);
    }

    [Fact]
    public async Task SQLite_looks_into_the_trigram_index()
    {
        await using var database = await QueryDatabase.Create(StorageEngine.Sqlite, postgres);
        await Fill(database);
        (await PlanOf(database, "N 4321")).ShouldContain("VIRTUAL TABLE INDEX");
    }

    [Theory]
    [InlineData(201, 1)]
    [InlineData(2, 11)]
    public async Task An_endless_search_text_is_refused(int length, int words)
    {
        await using var database = await QueryDatabase.Create(StorageEngine.Sqlite, postgres);
        await using var db = database.CreateDbContext();
        var query = string.Join(' ', Enumerable.Range(0, words).Select(number => $"{number}".PadLeft(length, 'x')));
        Should.Throw<InvalidFilterException>(() => new SqliteTextSearch().Search(db, db.People, "w", query)).Path.ShouldBe("query");
    }

    private static Task Fill(QueryDatabase database) =>
        database.Add(People.In("w", Enumerable.Range(0, 5_000).Select(number => People.Named($"Person {number}"))));

    private static async Task<string> PlanOf(QueryDatabase database, string query)
    {
        // New rows wait in the index's pending list, which makes it dear, until a vacuum sorts them in.
        if (database.Engine == StorageEngine.Postgres) await database.Execute("VACUUM ANALYZE people");
        database.Queries.Clear();
        (await Find(database, "w", query)).Count.ShouldBe(1);
        return await database.Explain(database.Queries.Single());
    }

    private static async Task<List<string>> Find(QueryDatabase database, string workspace, string query)
    {
        await using var db = database.CreateDbContext();
        var found = database.Search.Search(db, db.People.Where(row => row.Workspace == workspace), workspace, query);
        return await found.Select(row => row.Name).OrderBy(name => name).ToListAsync();
    }
}
