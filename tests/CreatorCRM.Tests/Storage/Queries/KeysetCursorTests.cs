using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CreatorCRM.Common;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class KeysetCursorTests(PostgresServer postgres)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly KeysetOrder<PersonRow> ByName = new KeysetOrder<PersonRow>("people.name", row => row.Id).By(row => row.Name);

    [Fact]
    public async Task A_cursor_of_another_order_direction_or_list_says_so()
    {
        var cursor = await CursorOf(ByName);
        foreach (var other in new[] { ByName.Reversed(), ByName.By(row => row.Followers),
            new KeysetOrder<PersonRow>("others.name", row => row.Id).By(row => row.Name) })
            (await Should.ThrowAsync<InvalidCursorException>(Read(other, cursor))).Message.ShouldContain("another list or another order");
    }

    [Fact]
    public async Task A_changed_or_cut_cursor_is_refused()
    {
        var cursor = await CursorOf(ByName);
        for (var place = 0; place < cursor.Length; place++)
        {
            await Should.ThrowAsync<InvalidCursorException>(Read(ByName, cursor[..place]));
            foreach (var letter in Alphabet.Where(letter => letter != cursor[place]))
                await Should.ThrowAsync<InvalidCursorException>(Read(ByName, cursor[..place] + letter + cursor[(place + 1)..]), $"{letter} at {place}");
        }
    }

    [Theory]
    [InlineData("""[1,"x"]""")]
    [InlineData("""["Ana"]""")]
    [InlineData("""[null,"x"]""")]
    [InlineData("""["\u0000","x"]""")]
    [InlineData("""["\ud800","x"]""")]
    [InlineData("{}")]
    [InlineData("\"x\"")]
    public async Task A_forged_cursor_is_refused_also_with_a_right_check(string values)
    {
        var check = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes("people.name:++" + values)).AsSpan(0, 6));
        await Should.ThrowAsync<InvalidCursorException>(Read(ByName, Encoded($"""["{check}","people.name:\u002B\u002B",{values}]""")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task Other_JSON_is_no_cursor(string json) => await Should.ThrowAsync<InvalidCursorException>(Read(ByName, Encoded(json)));

    [Theory]
    [InlineData("")]
    [InlineData("not a cursor")]
    [InlineData("YQ==YQ")]
    public async Task What_is_no_cursor_is_refused(string cursor) => await Should.ThrowAsync<InvalidCursorException>(Read(ByName, cursor));

    [Fact]
    public async Task An_endless_cursor_is_refused() => await Should.ThrowAsync<InvalidCursorException>(Read(ByName, new string('a', 1_000_000)));

    [Fact]
    public void Only_values_with_one_order_on_both_engines_are_keys() =>
        Should.Throw<ArgumentException>(() => new KeysetOrder<PersonRow>("people", row => row.Id).By(row => row.Level));

    private async Task<string> CursorOf(KeysetOrder<PersonRow> order)
    {
        await using var database = await QueryDatabase.Create(StorageEngine.Sqlite, postgres);
        await database.Add(People.In("w", People.Named("O'Brien \"米\"")));
        await using var db = database.CreateDbContext();
        return (await db.People.ToPage(order, new(1, null, null, null), default)).Items[0].Cursor;
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    // The cursor is looked at before the list.
    private static Task<Page<PersonRow>> Read(KeysetOrder<PersonRow> order, string cursor) =>
        Array.Empty<PersonRow>().AsQueryable().ToPage(order, new(1, cursor, null, null), default);
}
