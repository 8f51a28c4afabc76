using System.Text.Json.Nodes;
using CreatorCRM.Journal;

namespace CreatorCRM.Tests.Journal;

/// <summary>Events that only these tests know: a price was written as one text, then as amount and currency, then with the reason.</summary>
public sealed class UpcastingTests
{
    private static readonly Upcaster[] Upcasters = [new("bakery.price-set", 1, SplitPrice), new("bakery.price-set", 2, AddReason)];

    private static readonly EventCatalog Catalog = new([typeof(PriceSet), typeof(OvenLit)], Upcasters);

    [EventType("bakery.price-set", 3)]
    private sealed record PriceSet(int Cents, string Currency, string Reason) : IEvent
    {
        public string Summary => $"The price is {Cents} {Currency}, since {Reason}.";
    }

    [EventType("bakery.oven-lit")]
    private sealed record OvenLit : IEvent
    {
        public string Summary => "The oven was lit.";
    }

    [Theory]
    [InlineData(1, """{"price":"690 EUR"}""", "always")]
    [InlineData(2, """{"cents":690,"currency":"EUR"}""", "always")]
    [InlineData(3, """{"cents":690,"currency":"EUR","reason":"flour"}""", "flour")]
    public void An_event_of_any_version_is_lifted_to_the_newest(int version, string data, string reason) =>
        Catalog.Read("bakery.price-set", version, data).ShouldBe(new PriceSet(690, "EUR", reason));

    [Fact]
    public void An_event_is_written_under_its_declared_name_and_newest_version()
    {
        var name = Catalog.NameOf(new PriceSet(690, "EUR", "flour"));
        (name.Name, name.Version).ShouldBe(("bakery.price-set", 3));
        EventCatalog.Write(new PriceSet(690, "EUR", "flour")).ShouldBe("""{"cents":690,"currency":"EUR","reason":"flour"}""");
    }

    [Fact]
    public void A_catalogue_with_a_hole_between_versions_does_not_start() =>
        Should.Throw<InvalidOperationException>(() => new EventCatalog([typeof(PriceSet)], Upcasters[1..])).Message.ShouldContain("no upcaster from version 1");

    [Fact]
    public void An_event_of_a_newer_program_is_refused_by_name()
    {
        Should.Throw<UnknownEventException>(() => Catalog.Read("bakery.oven-lit", 2, "{}")).Message.ShouldContain("bakery.oven-lit version 2");
        Should.Throw<UnknownEventException>(() => Catalog.Read("bakery.closed", 1, "{}"));
    }

    private static JsonObject SplitPrice(JsonObject data)
    {
        var parts = data["price"]!.GetValue<string>().Split(' ');
        return new JsonObject { ["cents"] = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), ["currency"] = parts[1] };
    }

    private static JsonObject AddReason(JsonObject data)
    {
        data["reason"] = "always";
        return data;
    }
}
