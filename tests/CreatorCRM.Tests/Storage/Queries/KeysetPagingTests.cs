using CreatorCRM.Storage;
using CreatorCRM.Storage.Queries;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class KeysetPagingTests(PostgresServer postgres)
{
    private static readonly KeysetOrder<PersonRow> ByAge = new KeysetOrder<PersonRow>("people.age", row => row.Id).By(row => row.Age);

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Walking_either_way_in_any_order_meets_every_row_once(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        var runs = 0;
        await Gen.Select(People.Row.Array[0, 20], SortKey.Lists, Gen.Int[1, 6], Gen.Bool).SampleAsync(async (rows, keys, size, forward) =>
        {
            var workspace = $"w{runs++}";
            var people = People.In(workspace, rows);
            await database.Add(people);
            var sorted = SortKey.Sort(people, keys).Select(row => row.Id).ToArray();
            var met = new List<string>();
            string? cursor = null;
            while (true)
            {
                var page = await database.ReadPage(
                    db => db.People.Where(row => row.Workspace == workspace), SortKey.Order(keys), forward
                        ? new(size, cursor, null, null)
                        : new(null, null, size, cursor), default);
                var ids = page.Items.Select(item => item.Node.Id);
                met.InsertRange(forward ? met.Count : 0, ids);
                (await page.CountTotal(default)).ShouldBe(sorted.Length);
                (forward ? page.HasPreviousPage : page.HasNextPage).ShouldBe(cursor is not null);
                (forward ? page.HasNextPage : page.HasPreviousPage).ShouldBe(met.Count < sorted.Length);
                if (met.Count >= sorted.Length) break;
                cursor = page.Items[forward ? ^1 : 0].Cursor;
            }
            met.ShouldBe(sorted);
        }, iter: 60, threads: 1);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_page_between_two_cursors_is_what_Relay_defines(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        var runs = 0;
        await Gen.Select(People.Row.Array[1, 12], SortKey.Lists, Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 11].Nullable(), Gen.Int[0, 11].Nullable()).SampleAsync(
            async (rows, keys, size, forward, after, before) =>
            {
                var workspace = $"w{runs++}";
                await database.Add(People.In(workspace, rows));
                var order = SortKey.Order(keys);
                await using var db = database.CreateDbContext();
                var list = db.People.Where(row => row.Workspace == workspace);
                var all = (await list.ToPage(order, new(20, null, null, null), default)).Items;
                var start = after is { } a && a < rows.Length ? a : -1;
                var end = before is { } b && b < rows.Length ? b : rows.Length;
                string? CursorAt(int index) => index >= 0 && index < rows.Length ? all[index].Cursor : null;

                var page = await list.ToPage(order, new(forward ? size : null, CursorAt(start), forward ? null : size, CursorAt(end)), default);

                var between = Enumerable.Range(start + 1, Math.Max(0, end - start - 1)).ToArray();
                var expected = forward ? between.Take(size).ToArray() : between.TakeLast(size).ToArray();
                page.Items.Select(item => item.Cursor).ShouldBe(expected.Select(index => all[index].Cursor));
                page.HasNextPage.ShouldBe(forward && between.Length > size || end < rows.Length);
                page.HasPreviousPage.ShouldBe(!forward && between.Length > size || start >= 0);
            }, iter: 60, threads: 1);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_cursor_stays_good_when_its_row_is_gone(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        await database.Add(People.In("w", Enumerable.Range(1, 3).Select(age => People.Named("Ana") with { Age = age })));
        await using var db = database.CreateDbContext();
        var first = await db.People.ToPage(ByAge, new(1, null, null, null), default);

        await db.People.Where(row => row.Age == 1).ExecuteDeleteAsync();
        var second = await db.People.ToPage(ByAge, new(5, first.Items[0].Cursor, null, null), default);

        second.Items.Select(item => item.Node.Age).ShouldBe([2, 3]);
        second.HasPreviousPage.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(1, 1)]
    [InlineData(-1, null)]
    [InlineData(null, int.MaxValue)]
    public async Task A_page_has_one_size(int? first, int? last)
    {
        await using var database = await QueryDatabase.Create(StorageEngine.Sqlite, postgres);
        await using var db = database.CreateDbContext();
        await Should.ThrowAsync<ArgumentException>(db.People.ToPage(ByAge, new(first, null, last, null), default));
    }
}
