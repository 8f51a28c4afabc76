using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Tests.Common;

/// <summary>Timelines and refusals are read by people, so they speak of stages, platforms and formats in words.</summary>
public sealed class SentenceTests
{
    public static TheoryData<IEvent, string> Events => new()
    {
        { new StageChanged(PartnershipStage.InProduction, PartnershipStage.Published, true, null), "The stage went from in production to published by hand." },
        { new StageChanged(PartnershipStage.InProduction, PartnershipStage.InProduction, true, null), "The stage in production was confirmed by hand." },
        { new DeliverableAdded("1", DeliverableKind.TiktokVideo, null, null), "A deliverable was planned: TikTok video." },
        { new DeliverableAdded("1", DeliverableKind.XPost, null, null), "A deliverable was planned: X post." },
        { new CampaignStatusChanged(CampaignStatus.Draft, CampaignStatus.Active), "The campaign went from draft to active." },
        { new AccountAdded("1", Platform.Youtube, "mia", null), "The YouTube account @mia was added." },
        { new AccountAdded("1", Platform.Newsletter, "mia", null), "The newsletter account @mia was added." },
        { new OfferProposed("1", Party.Brand, [new PerformanceBonus(BonusMetric.LinkClicks, 100, new Money(500, Currency.Eur))], null, null),
            "The brand offered 5.00 EUR from 100 link clicks." },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_told_in_words(IEvent @event, string sentence) => @event.Summary.ShouldBe(sentence);

    [Fact]
    public void A_refusal_speaks_in_words()
    {
        var partnership = Partnership.New(new EntityKey("w", "p")) with { Version = 1, Stage = PartnershipStage.InProduction };
        partnership.Change(new ChangeStage(PartnershipStage.Shortlisted, null)).Refusals.Single().Message
            .ShouldBe("A partnership that is in production cannot be moved to shortlisted by hand; it can go to contracted, published, cancelled.");
        new Contract(1, ContractStatus.SignedByInfluencer, new ContractTerms(), default, null, [], null).CannotBecome(ContractStatus.Sent)!.Message
            .ShouldBe("Version 1 of the contract is signed by influencer, so it cannot become sent.");
    }
}
