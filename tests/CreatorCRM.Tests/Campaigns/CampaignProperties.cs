using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Tests.Journal;
using CsCheck;

namespace CreatorCRM.Tests.Campaigns;

public sealed class CampaignProperties
{
    private static readonly Gen<CampaignChanges> Changes = Gen.Select(Gen.Enum<CampaignStatus>().Nullable(), Gen.Int[0, 3], Gen.Int[-9, 9], Gen.Long[-1, 2])
        .Select((status, i, days, euros) => new CampaignChanges
        {
            Status = status,
            Brand = i == 0 ? null : new Change<string?>(i == 1 ? " " : $"Brand {i}"),
            StartsOn = i == 2 ? new Change<DateOnly?>(new DateOnly(2026, 3, 1)) : null,
            EndsOn = i == 3 ? new Change<DateOnly?>(new DateOnly(2026, 3, 1).AddDays(days)) : null,
            Budget = i == 1 ? new Change<Money?>(new Money(euros, Currency.Eur)) : null,
        });

    private static readonly Gen<Func<Campaign, DateTimeOffset, Decision>> Steps = Gen.Frequency(
        (1, Changes.Select(details => Step((state, _) => state.Create(new CreateCampaign("Bread", details))))),
        (5, Changes.Select(changes => Step((state, _) => state.Update(changes)))));

    [Fact]
    public void A_campaign_moves_by_the_table_and_ends_after_it_starts() => Machine.Check(Steps, (before, after) =>
    {
        if (after.Status != before.Status) Campaign.Moves[before.Status].ShouldContain(after.Status);
        (after.EndsOn < after.StartsOn).ShouldBeFalse();
        (after.Budget is { IsNegative: true }).ShouldBeFalse();
        if (after.Brand is not null) after.Brand.ShouldNotBeNullOrWhiteSpace();
        after.BriefVersion.ShouldBeInRange(before.BriefVersion, before.BriefVersion + 1);
    });

    // Gives the lambda its type.
    private static Func<Campaign, DateTimeOffset, Decision> Step(Func<Campaign, DateTimeOffset, Decision> step) => step;
}
