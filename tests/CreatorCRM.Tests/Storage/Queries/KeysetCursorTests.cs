using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CreatorCRM.Common;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Queries;
using CsCheck;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class KeysetCursorTests(PostgresServer postgres)
{
    private static readonly KeysetOrder<PersonRow> ByName = new KeysetOrder<PersonRow>("people.name", row => row.Id).By(row => row.Name);

    [Fact]
    public async Task A_cursor_of_another_order_direction_or_list_says_so()
    {
        var cursor = await CursorOf(ByName);
        foreach (var other in new[] { ByName.Reversed(), ByName.By(row => row.Followers), new KeysetOrder<PersonRow>("others.name", row => row.Id).By(row => row.Name) })
            (await Should.ThrowAsync<InvalidCursorException>(Read(other, cursor))).Message.ShouldContain("another list or another order");
    }

    [Fact]
    public async Task A_changed_or_cut_cursor_is_refused()
    {
        var cursor = await CursorOf(ByName);
        await Gen.Select(Gen.Int[0, cursor.Length - 1], Gen.Char.AlphaNumeric, Gen.Bool).SampleAsync(async (place, letter, cut) =>
        {
            var changed = cut ? cursor[..place] : cursor[..place] + letter + cursor[(place + 1)..];
            if (changed != cursor) await Should.ThrowAsync<InvalidCursorException>(Read(ByName, changed));
        }, iter: 200, threads: 1);
    }

    [Theory]
    [InlineData("""["people.name:++",[1,"x"]]""")]
    [InlineData("""["people.name:++",["Ana"]]""")]
    [InlineData("""["people.name:++",[null,"x"]]""")]
    [InlineData("""["people.name:++",["\u0000","x"]]""")]
    [InlineData("""["people.name:++",["\ud800","x"]]""")]
    [InlineData("""["people.name:++",{}]""")]
    [InlineData("""["people.name:++","x"]""")]
    [InlineData("null")]
    [InlineData("12")]
    public async Task A_forged_cursor_is_refused_also_with_a_right_check(string content)
    {
        var (signature, values) = content.StartsWith('[') ? ("people.name:++", content[(content.IndexOf(',') + 1)..^1]) : ("", content);
        var check = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(signature + values)).AsSpan(0, 6));
        var json = content.StartsWith('[') ? $"""["{check}","{signature}",{values}]""" : content;
        await Should.ThrowAsync<InvalidCursorException>(Read(ByName, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json))));
    }

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

    // The cursor is looked at before the list.
    private static Task<Page<PersonRow>> Read(KeysetOrder<PersonRow> order, string cursor) => Array.Empty<PersonRow>().AsQueryable().ToPage(order, new(1, cursor, null, null), default);
}
