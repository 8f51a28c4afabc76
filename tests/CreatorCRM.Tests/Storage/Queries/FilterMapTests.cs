using System.Text.Json;
using CreatorCRM.Storage;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class FilterMapTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Filters_find_what_they_say(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        var everyone = People.In("w", People.Row.Array[300].Single(_ => true, "0000KIsdTX33"));
        await database.Add(everyone);
        await FilterCase.Any.SampleAsync(async filter =>
        {
            await using var db = database.CreateDbContext();
            var found = await db.People.Where(PersonFilter.Map.Compile(filter.Filter, db)).Select(row => row.Id).ToListAsync();
            found.ShouldBe(everyone.Where(filter.Holds).Select(row => row.Id), ignoreOrder: true);
        }, iter: 150, threads: 1, print: filter => JsonSerializer.Serialize(filter.Filter));
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_absent_value_passes_ne_notIn_and_a_negated_test_but_no_comparison(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        await database.Add(People.In("w", People.Named("without"), People.Named("18") with { Age = 18 }, People.Named("30") with { Age = 30 }));

        (await Names(database, new() { Age = new() { Ne = 18 } })).ShouldBe(["30", "without"]);
        (await Names(database, new() { Not = new() { Age = new() { Eq = 18 } } })).ShouldBe(["30", "without"]);
        (await Names(database, new() { Not = new() { Age = new() { Gt = 18 } } })).ShouldBe(["18", "without"]);
        (await Names(database, new() { Not = new() { Age = new() { In = [18] } } })).ShouldBe(["30", "without"]);
        (await Names(database, new() { Not = new() { City = new() { StartsWith = "B" } } })).Count.ShouldBe(3);
        (await Names(database, new() { Age = new() { Lte = 18 } })).ShouldBe(["18"]);
        (await Names(database, new() { Wish = new() { NotIn = [Level.Mega] } })).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task An_empty_filter_restricts_nothing_and_its_negation_leaves_nothing(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        await database.Add(People.In("w", People.Named("Ana")));

        foreach (var filter in new PersonFilter?[] { null, new(), new() { And = [], Or = [] }, new() { Age = new() }, new() { Niches = new() },
            new() { Or = [new(), new() { Age = new() { Eq = 1 } }] } })
            (await Names(database, filter)).ShouldBe(["Ana"]);
        (await Names(database, new() { Not = new() })).ShouldBeEmpty();
    }

    private static async Task<List<string>> Names(QueryDatabase database, PersonFilter? filter)
    {
        await using var db = database.CreateDbContext();
        return await db.People.Where(PersonFilter.Map.Compile(filter, db)).Select(row => row.Name).OrderBy(name => name).ToListAsync();
    }
}
