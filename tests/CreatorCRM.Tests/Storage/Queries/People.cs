using CreatorCRM.Common;
using CsCheck;

namespace CreatorCRM.Tests.Storage.Queries;

/// <summary>Invented people, with few distinct values so that keys collide, and with many NULLs.</summary>
internal static class People
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly Gen<string> Text = Gen.OneOf("Ana", "ana", "Änne", "Zoë", "Zoe%", "_mia", "𝓜𝓲𝓪 Brot", "米亚", "مريم", "🙂🙃", "\ue000", "O'Brien \"B\"",
        "a\\b", "");
    public static readonly Gen<long> Followers = Gen.OneOf(0L, 50L, 50_000L, 5_000_000_000L);
    public static readonly Gen<int> Number = Gen.Int[17, 20];
    public static readonly Gen<decimal> Rate = Gen.Int[-3, 3].Select(step => step * 0.000001m + step % 2 * 12_345.5m);
    public static readonly Gen<DateTimeOffset> Instant = Gen.Int[-2, 2].Select(step => (step % 2 == 0 ? Start : DateTimeOffset.UnixEpoch).AddTicks(step * 10));
    public static readonly Gen<DateOnly> Day = Gen.Int[0, 3].Select(step => new DateOnly(1999, 12, 30).AddDays(step));
    public static readonly Gen<Level> Level = Gen.OneOf(Enum.GetValues<Level>());
    public static readonly Gen<string> Niche = Gen.OneOf("bread", "vegan", "Bread", "yoga");

    public static readonly Gen<PersonRow> Row =
        Gen.Select(
            Gen.Select(Text, Text.Null(0.4), Followers, Number, Number.Nullable(0.4), Rate, Rate.Nullable(0.4)),
            Gen.Select(Instant, Instant.Nullable(0.4), Day.Nullable(0.4), Level, Level.Nullable(0.4), Gen.Bool.Nullable(0.4), Niche.Array[0, 3]),
            (a, b) => new PersonRow
            {
                Workspace = "",
                Id = "",
                Name = a.Item1,
                NameKey = TextKey.Fold(a.Item1),
                City = a.Item2,
                Followers = a.Item3,
                Posts = a.Item4,
                Age = a.Item5,
                Rate = a.Item6,
                Score = a.Item7,
                CreatedAt = b.Item1,
                SeenAt = b.Item2,
                BornOn = b.Item3,
                Level = b.Item4,
                Wish = b.Item5,
                IsExpert = b.Item6,
                SearchText = TextKey.Fold(a.Item1 + " " + a.Item2),
                Niches = [.. b.Item7.Distinct().Select(niche => new PersonNicheRow { Workspace = "", PersonId = "", Name = niche })],
            });

    /// <summary>The rows as people of one workspace, with ids that are in no order.</summary>
    public static PersonRow[] In(string workspace, params IEnumerable<PersonRow> rows) => [.. rows.Select((row, index) =>
    {
        var id = IdGenerator.Derive(workspace, $"{index}");
        return row with
        {
            Workspace = workspace,
            Id = id,
            Niches = [.. row.Niches.Select(niche => new PersonNicheRow { Workspace = workspace, PersonId = id, Name = niche.Name })],
        };
    })];

    public static PersonRow Named(string name) =>
        new() { Workspace = "", Id = "", Name = name, NameKey = TextKey.Fold(name), SearchText = TextKey.Fold(name), CreatedAt = Start };
}
