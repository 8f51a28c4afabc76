using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class FilterSqlTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Other_values_give_the_same_SQL_and_the_same_compiled_query(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        await Run(database, Filter("Berlin", 18, 0.5m, Level.Mega, new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        await Run(database, Filter("o'; drop table people; --", 77, -2.25m, Level.Nano, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(5))));

        database.Compilations.ShouldBe(1);
        database.Queries.Count.ShouldBe(2);
        database.Queries[1].Sql.ShouldBe(database.Queries[0].Sql);
        foreach (var value in new[] { "Berlin", "18", "0.5", "500000", "MEGA", "2025", "bread" }) database.Queries[0].Sql.ShouldNotContain(value);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_column_that_is_never_absent_is_compared_plainly(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        await Run(database, new() { Followers = new() { Gte = 1, Ne = 2 }, Level = new() { In = [Level.Mega] }, Not = new() { Rate = new() { Gt = 1 } } });
        database.Queries[0].Sql.ShouldNotContain("NULL", customMessage: database.Queries[0].Sql);
    }

    private static PersonFilter Filter(string text, int number, decimal rate, Level level, DateTimeOffset instant) => new()
    {
        Name = new() { Eq = text, StartsWith = text, Contains = text, In = [text, "x"] },
        Age = new() { Gt = number, In = [number, 1] },
        Score = new() { Lte = rate },
        Wish = new() { Eq = level, NotIn = [level] },
        SeenAt = new() { Gte = instant },
        Niches = new() { Contains = text, ContainsAny = ["bread", text] },
        NichesByKey = new() { ContainsAll = [text] },
        Or = [new() { City = new() { Ne = text } }, new() { Followers = new() { Lt = number } }],
    };

    private static async Task Run(QueryDatabase database, PersonFilter filter)
    {
        await using var db = database.CreateDbContext();
        await db.People.Where(PersonFilter.Map.Compile(filter, db)).ToListAsync();
    }
}
