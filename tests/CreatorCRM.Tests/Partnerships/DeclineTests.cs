using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Tests.Partnerships;

public sealed class DeclineTests
{
    private static readonly DateTimeOffset Day = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Partnership Created = Do(Partnership.New(new EntityKey("w", "p")),
        state => state.Create(new CreatePartnership("i", "Mia", "c", "Bread", null)));

    [Theory]
    [InlineData(Party.Influencer, PartnershipStage.Declined)]
    [InlineData(Party.Brand, PartnershipStage.Cancelled)]
    public void The_side_decides_where_it_ends_and_the_reason_is_kept_until_it_is_taken_up_again(Party by, PartnershipStage stage)
    {
        var ended = Do(Created, state => state.End(new DeclinePartnership(by, DeclineReason.Budget, " Too little ")));
        (ended.Stage, ended.StageIsManual, ended.Declined).ShouldBe((stage, true, new Decline(by, DeclineReason.Budget, "Too little")));
        var reopened = Do(ended, state => state.Change(new ChangeStage(PartnershipStage.Shortlisted, null)));
        reopened.Declined.ShouldBeNull();
    }

    [Fact]
    public void A_reason_is_corrected_without_another_move_and_the_same_one_changes_nothing()
    {
        var ended = Do(Created, state => state.End(new DeclinePartnership(Party.Influencer, DeclineReason.Timing, null)));
        ended.End(new DeclinePartnership(Party.Influencer, DeclineReason.Timing, null)).Events.ShouldBeEmpty();
        ended.End(new DeclinePartnership(Party.Influencer, DeclineReason.Exclusivity, null)).Events.ShouldHaveSingleItem()
            .ShouldBeOfType<PartnershipDeclined>();
    }

    [Fact]
    public void Another_reason_needs_words() =>
        Created.End(new DeclinePartnership(Party.Brand, DeclineReason.Other, " ")).Refusals.ShouldHaveSingleItem().Field.ShouldBe("note");

    [Fact]
    public void What_the_brand_gave_up_is_not_declined_by_the_influencer_afterwards()
    {
        var ended = Do(Created, state => state.End(new DeclinePartnership(Party.Brand, DeclineReason.Audience, null)));
        var refusal = ended.End(new DeclinePartnership(Party.Influencer, DeclineReason.Budget, null)).Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Field).ShouldBe((RefusalCode.IllegalStage, "partnershipId"));
    }

    private static Partnership Do(Partnership state, Func<Partnership, Decision> decide)
    {
        var decision = decide(state);
        decision.Refusals.ShouldBeEmpty();
        return decision.Events.Aggregate(state, (told, @event) => told.Apply(@event, new EventMeta(told.Version + 1, Actor.System, Day, Day)));
    }
}
