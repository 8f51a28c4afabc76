using CreatorCRM.Common;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Queries;
using CsCheck;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class KeysetGroupsTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Each_parent_gets_the_page_that_it_would_get_alone(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        var runs = 0;
        await Gen.Select(People.Row.Array[2, 20], SortKey.Lists, Gen.Int[1, 4], Gen.Bool, Gen.Int[0, 19].Nullable(0.4), Gen.Int[0, 19].Nullable(0.6))
            .SampleAsync(
            async (rows, keys, size, forward, after, before) =>
            {
                var workspace = $"w{runs++}";
                await database.Add(People.In(workspace, rows));
                var order = SortKey.Order(keys);
                var all = (await database.ReadPage(db => db.People.Where(row => row.Workspace == workspace), order, new(20, null, null, null), default)).Items;
                string? CursorAt(int? index) => index is { } at && at < all.Count ? all[at].Cursor : null;
                var request = new PageRequest(forward ? size : null, CursorAt(after), forward ? null : size, CursorAt(before));
                string[] parents = [.. rows.Select(row => row.Name).Distinct(), "nobody"];

                var together = await database.ReadPages(
                    db => db.People.Where(row => row.Workspace == workspace && parents.Contains(row.Name)), row => row.Name, parents, order, request, default);

                together.Keys.ShouldBe(parents, ignoreOrder: true);
                foreach (var parent in parents)
                {
                    var alone = await database.ReadPage(db => db.People.Where(row => row.Workspace == workspace && row.Name == parent), order, request, default);
                    var page = together[parent];
                    page.Items.Select(item => item.Cursor).ShouldBe(alone.Items.Select(item => item.Cursor));
                    (page.HasNextPage, page.HasPreviousPage).ShouldBe((alone.HasNextPage, alone.HasPreviousPage));
                    (await page.CountTotal(default)).ShouldBe(await alone.CountTotal(default));
                }
            }, iter: 60, threads: 1);
    }
}
