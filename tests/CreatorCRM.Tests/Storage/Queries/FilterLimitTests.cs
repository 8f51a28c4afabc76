using CreatorCRM.Common;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class FilterLimitTests(PostgresServer postgres)
{
    private static readonly PersonFilter Adult = new() { Age = new() { Gte = 18 } };

    public static TheoryData<string, PersonFilter> Refused() => new()
    {
        { "filter.or.1.age.in", new() { Or = [Adult, new() { Age = new() { In = [.. Enumerable.Range(0, 101)] } }] } },
        { "filter.niches.containsAny", new() { Niches = new() { ContainsAny = [.. Enumerable.Repeat("bread", 101)] } } },
        { "filter.niches.containsAll", new() { Niches = new() { ContainsAll = [.. Enumerable.Repeat("bread", 51)] } } },
        { "filter.not.not.not.not.not.not", Deep(6) },
        { "filter.and.25", new() { And = [.. Enumerable.Repeat(Adult, 26)] } },
        { "filter.or.50", new() { Or = [.. Enumerable.Repeat(new PersonFilter(), 51)] } },
        { "filter.name.startsWith", new() { Name = new() { StartsWith = "a\0b" } } },
        { "filter.city.in", new() { City = new() { In = ["a", "\ud800"] } } },
        { "filter.id.eq", new() { Id = new() { Eq = "\udc00" } } },
        { "filter.niches.contains", new() { Niches = new() { Contains = "\0" } } },
        { "filter.score.gt", new() { Score = new() { Gt = 0.0000001m } } },
        { "filter.rate.in", new() { Rate = new() { In = [0, 1_000_000_000_000m] } } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task A_filter_that_cannot_be_answered_says_where(string path, PersonFilter filter)
    {
        await using var database = await QueryDatabase.Create(StorageEngine.Sqlite, postgres);
        await using var db = database.CreateDbContext();
        Should.Throw<InvalidFilterException>(() => PersonFilter.Map.Compile(filter, db)).Path.ShouldBe(path);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_largest_filter_runs(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        await using var db = database.CreateDbContext();
        var ages = new PersonFilter
        {
            Age = new() { In = [.. Enumerable.Range(0, 100)] },
            Niches = new() { ContainsAny = [.. Enumerable.Range(0, 100).Select(n => $"n{n}")] }
        };
        var largest = new PersonFilter
        {
            Or = [.. Enumerable.Repeat(ages, 14)],
            Not = Deep(4),
            SeenAt = new() { Gt = DateTimeOffset.MinValue, Lt = DateTimeOffset.MaxValue }
        };
        (await db.People.CountAsync(PersonFilter.Map.Compile(largest, db))).ShouldBe(0);
    }

    private static PersonFilter Deep(int levels) => levels == 0 ? Adult : new() { Not = Deep(levels - 1) };
}
