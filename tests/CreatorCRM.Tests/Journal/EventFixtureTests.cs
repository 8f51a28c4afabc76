using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CreatorCRM.Common;
using CreatorCRM.Journal;

namespace CreatorCRM.Tests.Journal;

public sealed class EventFixtureTests
{
    private static readonly JsonSerializerOptions WithNulls = new(CrmJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    private static readonly DateTimeOffset Day = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    public static IEnumerable<TheoryDataRow<EventFixture>> Fixtures => EventFixture.All.Select(fixture => new TheoryDataRow<EventFixture>(fixture));

    public static IEnumerable<TheoryDataRow<EventFixture>> Current =>
        EventFixture.All.Where(fixture => EventCatalog.Default.All.Any(e => e.Name == fixture.Type && e.Version == fixture.Version))
            .Select(fixture => new TheoryDataRow<EventFixture>(fixture));

    [Fact]
    public void Every_version_of_every_event_has_a_fixture() => EventCatalog.Default.All
        .SelectMany(e => Enumerable.Range(1, e.Version).Select(version => $"{e.Name} v{version}"))
        .Except(EventFixture.All.Select(fixture => fixture.ToString())).ShouldBeEmpty();

    [Theory, MemberData(nameof(Fixtures))]
    public void An_event_once_written_is_read_and_told_for_ever(EventFixture fixture)
    {
        var told = fixture.Read().Summary;
        told.ShouldNotBeNullOrWhiteSpace();
        if (fixture.Summary is { } expected) told.ShouldBe(expected);
    }

    [Theory, MemberData(nameof(Current))]
    public void No_field_is_lost_when_an_event_is_read_and_written_again(EventFixture fixture) =>
        JsonNode.DeepEquals(JsonNode.Parse(EventCatalog.Write(fixture.Read())), fixture.Data).ShouldBeTrue(EventCatalog.Write(fixture.Read()));

    // Fields that came later stand in a line of their own: the lines before them are what the program wrote before.
    public static IEnumerable<TheoryDataRow<EventFixture>> Latest => Current.GroupBy(row => row.Data.ToString()).Select(lines => lines.Last());

    [Theory, MemberData(nameof(Latest))]
    public void A_fixture_says_something_for_every_field(EventFixture fixture) =>
        JsonSerializer.Serialize(fixture.Read(), fixture.Read().GetType(), WithNulls).ShouldNotContain(":null");

    [Fact]
    public void The_fixtures_of_a_kind_make_one_history_with_rows()
    {
        foreach (var history in EventFixture.All.GroupBy(fixture => fixture.Kind))
        {
            var replay = AggregateReplay.Start(history.Key, new EntityKey("default", "e1"));
            replay.ShouldNotBeNull(history.Key);
            var version = 0;
            foreach (var fixture in history)
            {
                replay.Apply(fixture.Read(), new EventMeta(++version, Actor.System, Day.AddMinutes(version), Day.AddMinutes(version)));
                // What is deleted leaves no rows.
                replay.Rows().Any().ShouldBe(!fixture.Type.EndsWith(".deleted", StringComparison.Ordinal), fixture.ToString());
            }
        }
    }
}
