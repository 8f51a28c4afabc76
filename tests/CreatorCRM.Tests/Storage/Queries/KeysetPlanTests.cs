using CreatorCRM.Storage;
using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Tests.Storage.Queries;

/// <summary>Pages deep in 20,000 rows are found by a seek in the order's index: nothing before them is read and nothing is sorted.</summary>
public sealed class KeysetPlanTests(PostgresServer postgres)
{
    private static readonly KeysetOrder<PersonRow> ById = new("people", row => row.Id);

    private static readonly (string Index, KeysetOrder<PersonRow> Order)[] Orders =
    [
        ("", ById),
        ("followers", ById.By(row => row.Followers)),
        ("name", ById.By(row => row.Name)),
        ("rate", ById.By(row => row.Rate)),
        ("created_at", ById.By(row => row.CreatedAt)),
        ("age", ById.By(row => row.Age)),
        ("city", ById.By(row => row.City)),
        ("posts, followers", ById.By(row => row.Posts).By(row => row.Followers)),
    ];

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Both_planners_seek_for_a_deep_page_in_both_directions(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        await database.Add(People.In("w", Enumerable.Range(0, 20_000).Select(Person)));
        foreach (var (key, _) in Orders.Where(order => order.Index.Length > 0))
            await database.Execute($"CREATE INDEX ix_people_{key.Replace(", ", "_")} ON people (workspace, {key}, id)");
        await database.Execute("ANALYZE");

        foreach (var (_, order) in Orders)
        {
            foreach (var either in new[] { order, order.Reversed() })
            {
                await IsSought(database, either, forward: true);
                await IsSought(database, either, forward: false);
            }
        }
    }

    private static async Task IsSought(QueryDatabase database, KeysetOrder<PersonRow> order, bool forward)
    {
        await using var db = database.CreateDbContext();
        var people = db.People.Where(row => row.Workspace == "w");
        var far = await people.ToPage(order, new(forward ? 10_000 : null, null, forward ? null : 10_000, null), default);
        var cursor = far.Items[forward ? ^1 : 0].Cursor;
        database.Queries.Clear();

        var page = await people.ToPage(order, new(forward ? 20 : null, forward ? cursor : null, forward ? null : 20, forward ? null : cursor), default);

        page.Items.Count.ShouldBe(20);
        // The page, and the row behind its cursor.
        database.Queries.Count.ShouldBe(2);
        foreach (var query in database.Queries)
        {
            var plan = await database.Explain(query);
            if (database.Engine == StorageEngine.Sqlite)
            {
                plan.ShouldStartWith("SEARCH");
                plan.ShouldNotContain("TEMP B-TREE");
                plan.ShouldMatch(@"\(workspace=\? AND \w+[<>=]\?", $"{query.Sql}\n{plan}");
            }
            else
            {
                plan.ShouldMatch(@"^Limit[^\n]*\n\s+->  Index (Only )?Scan (Backward )?using", $"{query.Sql}\n{plan}");
                plan.ShouldMatch(@"Index Cond: [^\n]*[<>]=? ", $"{query.Sql}\n{plan}");
            }
        }
    }

    // A fifth has no age and no city, so that a page from the middle lies among the rows that have.
    private static PersonRow Person(int number) => People.Named($"Person {number * 7919 % 5_000}") with
    {
        Followers = number * 7919L % 3_000,
        Posts = number * 7919 % 50,
        Rate = number * 7919 % 4_000 * 0.01m,
        CreatedAt = People.Start.AddMinutes(number * 7919 % 10_000),
        Age = number % 5 == 0 ? null : number * 7919 % 80,
        City = number % 5 == 0 ? null : $"City {number * 7919 % 300}",
    };
}
