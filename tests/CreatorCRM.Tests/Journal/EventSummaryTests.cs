using CreatorCRM.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreatorCRM.Tests.Journal;

public sealed class EventSummaryTests
{
    private static readonly EventSummaries Summaries = new(EventCatalog.Default, NullLogger<EventSummaries>.Instance);

    [Theory]
    [InlineData("campaign.updated", 1, """{"changes":{"budget":{"value":{"minorUnits":500000,"currency":"EUX"}}}}""")]
    [InlineData("campaign.updated", 1, """{"changes":{"budget":{"value":{"minorUnits":500000}}}}""")]
    [InlineData("campaign.updated", 1, """{"changes":{"budget":{"value":{"minorUnits":"many","currency":"EUR"}}}}""")]
    [InlineData("campaign.updated", 1, """{"changes":{"status":"SLEEPING"}}""")]
    [InlineData("campaign.updated", 1, "null")]
    [InlineData("campaign.updated", 99, "{}")]
    [InlineData("campaign.put-to-sleep", 1, "{}")]
    public void What_this_version_cannot_read_is_told_as_something_that_happened(string type, int version, string data) =>
        Summaries.Of(type, version, data).ShouldBe("Something happened that a newer version of this program can tell.");

    [Fact]
    public void What_it_can_read_is_told_in_its_own_words() =>
        Summaries.Of("campaign.updated", 1, """{"changes":{"budget":{"value":{"minorUnits":500000,"currency":"EUR"}}}}""")
            .ShouldBe("The campaign was updated: budget 5000.00 EUR.");
}
