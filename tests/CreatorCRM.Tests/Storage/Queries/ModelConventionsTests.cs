using CreatorCRM.Storage;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class ModelConventionsTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Values_come_back_as_they_were_to_the_microsecond_and_the_millionth(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        var row = People.Named("Mia") with
        {
            CreatedAt = new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.FromHours(-3)).AddTicks(-9),
            SeenAt = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_989),
            Rate = 999_999_999_999.999999m,
            Score = -0.0000025m,
            BornOn = new DateOnly(2004, 2, 29),
            Level = Level.MidTier,
        };
        await database.Add(People.In("w", row));
        await using var db = database.CreateDbContext();

        var read = await db.People.SingleAsync();

        read.CreatedAt.ShouldBe(new DateTimeOffset(1970, 1, 1, 2, 59, 59, TimeSpan.Zero).AddTicks(-10));
        read.CreatedAt.Offset.ShouldBe(TimeSpan.Zero);
        (read.SeenAt, read.Rate, read.Score, read.BornOn, read.Level).ShouldBe((row.SeenAt!.Value.AddTicks(-9), row.Rate, -0.000003m, row.BornOn, row.Level));
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Columns_and_named_values_are_readable(StorageEngine engine)
    {
        await using var database = await QueryDatabase.Create(engine, postgres);
        await database.Add(People.In("w", People.Named("Mia") with { Level = Level.MidTier }));
        await using var db = database.CreateDbContext();

        (await db.Database.SqlQuery<string>($"SELECT level AS \"Value\" FROM people WHERE name_key = 'mia' AND seen_at IS NULL").SingleAsync())
            .ShouldBe("MID_TIER");
    }

    [Fact]
    public void A_rate_too_large_to_store_is_an_error_on_SQLite_as_it_is_on_PostgreSQL() =>
        Should.Throw<OverflowException>(() => Millionths.From(1_000_000_000_000m));

    [Fact]
    public void Every_microsecond_has_one_number() => Gen.Long[-62_135_596_800_000_000, 253_402_300_799_999_999].Sample(
        microseconds => Microseconds.From(Microseconds.ToInstant(microseconds).AddTicks(9)) == microseconds);
}
