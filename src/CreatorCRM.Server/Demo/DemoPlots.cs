using CreatorCRM.Common;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Server.Demo;

/// <summary>What happens in a partnership until it has come to its stage. The same stage is reached in several ways.</summary>
internal static class DemoPlots
{
    /// <param name="variant">Counts the stories that end at the same stage, so that each way occurs.</param>
    public static void Tell(this DemoStory story, int variant)
    {
        story.Shortlist();
        switch (story.End)
        {
            case PartnershipStage.Shortlisted: story.IsApproached(variant); break;
            case PartnershipStage.Contacted when variant % 2 == 1: story.Wait(1, 4).StartSequence().Wait(0, 0).SequenceStep(1); break;
            case PartnershipStage.Contacted: story.Wait(1, 4).Write(7); break;
            case PartnershipStage.Unresponsive when variant == 5: story.NeverAnswersSequence(); break;
            case PartnershipStage.Unresponsive: story.NeverAnswers(); break;
            case PartnershipStage.Declined: story.IsDeclined(variant); break;
            case PartnershipStage.Cancelled: story.IsCancelled(variant); break;
            case PartnershipStage.Replied when variant % 2 == 0: story.Reply().FollowUpIn(3, "Send the brief and a first offer"); break;
            case PartnershipStage.Replied:
                story.Wait(1, 4).StartSequence().Wait(0, 0).SequenceStep(1).Wait(1, 3).AnswerSequence().FollowUpIn(25, "Send the brief and a first offer");
                break;
            case PartnershipStage.Negotiating: story.Negotiate(variant); break;
            case PartnershipStage.Agreed: story.Agree(variant).StartContract(variant); break;
            default: story.Agree(variant).Contract(variant).Produce(story.End, variant); break;
        }
    }

    private static void IsApproached(this DemoStory story, int variant)
    {
        if (variant % 3 == 2) return;
        story.Wait(0, 1).StartSequence();
        if (variant % 3 == 1) story.Wait(0, 1).StopSequence("on parental leave until summer");
    }

    private static DemoStory Reply(this DemoStory story) => story.Wait(1, 4).Write(6).Wait(1, 5).Answer(interested: true);

    private static void NeverAnswersSequence(this DemoStory story) => story
        .Wait(1, 4).StartSequence().Wait(0, 0).SequenceStep(1).Wait(3, 4).SequenceStep(2).Wait(4, 6).SequenceStep(3)
        .Wait(12, 16).Move(PartnershipStage.Unresponsive, "no answer to the whole sequence");

    private static void NeverAnswers(this DemoStory story) => story
        .Wait(1, 4).Write(6).Wait(6, 8).FollowedUp().Write(8).Wait(8, 10).FollowedUp().Write(null)
        .Wait(12, 16).Move(PartnershipStage.Unresponsive, "three messages, no answer");

    private static void IsDeclined(this DemoStory story, int variant)
    {
        switch (variant % 4)
        {
            case 0: story.Wait(1, 4).Write(6).Wait(1, 5).Answer(interested: false).Move(PartnershipStage.Declined, "works with another brand"); break;
            case 1:
                story.Reply().Wait(1, 2).Offer(Party.Brand, story.Pay.Offer(1)).Wait(2, 5).DeclineOffer("The fee does not cover the work.")
                    .Move(PartnershipStage.Declined, "too little for the work");
                break;
            case 2:
                story.Agree(0).Wait(1, 2).Draft().Wait(0, 1).Send().Wait(3, 6).DeclineContract("the exclusivity is too wide").Wait(0, 1)
                    .Move(PartnershipStage.Declined, "no agreement about exclusivity");
                break;
            default: story.Reply().Talk(OutreachChannel.Phone).Wait(3, 6).Move(PartnershipStage.Declined, "no time this season"); break;
        }
    }

    private static void IsCancelled(this DemoStory story, int variant)
    {
        const string Reason = "the launch was called off";
        switch (variant % 5)
        {
            case 0:
                story.Reply().Wait(1, 2).Offer(Party.Brand, story.Pay.Offer(1)).Wait(3, 9).WithdrawOffer("Our plans have changed.")
                    .Move(PartnershipStage.Cancelled, "the budget went elsewhere");
                break;
            case 1:
                story.Agree(1).Wait(1, 3).Draft().Wait(0, 1).Send().Wait(2, 4).VoidContract(Reason)
                    .Move(PartnershipStage.Cancelled, Reason);
                break;
            case 3: story.Agree(0).Wait(1, 3).Draft().Wait(0, 1).SendInVain().Move(PartnershipStage.Cancelled, "the contract was never signed"); break;
            case 4:
                story.Agree(1).Contract(5).Wait(3, 6).TerminateContract(Reason, "the product is recalled").Wait(0, 1).Move(PartnershipStage.Cancelled, Reason);
                break;
            default: story.Reply().Wait(4, 9).Move(PartnershipStage.Cancelled, Reason); break;
        }
    }

    private static void Negotiate(this DemoStory story, int variant)
    {
        story.Reply().Wait(1, 3).Offer(Party.Brand, story.Pay.Offer(1), "Two pieces of content, three months of rights.");
        if (variant % 3 == 1) story.Wait(1, 4).Offer(Party.Influencer, story.Pay.Offer(1.4), "My usual rate for two pieces.");
        if (variant % 3 == 2) story.Wait(3, 5).Offer(Party.Brand, story.Pay.Offer(1.15), "A better offer, as discussed on the phone.");
        story.FollowUpIn(variant % 2 == 0 ? 4 : 21, "Ask for an answer to the offer");
    }

    private static DemoStory Agree(this DemoStory story, int variant)
    {
        story.Reply();
        if (variant % 3 == 2) story.Wait(1, 3).Talk(variant % 2 == 0 ? OutreachChannel.Phone : OutreachChannel.InPerson);
        story.Wait(1, 3).Offer(Party.Brand, story.Pay.Offer(1));
        if (variant % 2 == 1)
            story.Wait(1, 3).Offer(Party.Influencer, story.Pay.Offer(1.4), "For this I would need a little more.")
                .Wait(1, 2).Offer(Party.Brand, story.Pay.Offer(1.2), "Meeting you half way.");
        return story.Wait(1, 3).AcceptOffer();
    }

    private static void StartContract(this DemoStory story, int variant)
    {
        story.Wait(1, 2).Draft();
        if (variant % 4 == 1) return;
        story.Wait(0, 1).Send();
        if (variant % 4 == 0) story.Wait(0, 1).View();
        if (variant % 4 == 3) story.Wait(1, 3).SignedByInfluencer();
        story.FollowUpIn(variant % 4 == 2 ? 5 : 20, "Look after the signatures");
    }

    private static DemoStory Contract(this DemoStory story, int variant)
    {
        story.Wait(1, 2).Draft();
        if (variant % 5 == 3) story.Wait(1, 2).Draft();
        story.Wait(0, 1).Send();
        if (variant % 5 == 1) story.Wait(1, 2).VoidContract("a deliverable was missing").Wait(0, 1).Draft().Wait(0, 1).Send();
        if (variant % 5 == 2) story.Wait(0, 1).View().Wait(0, 2).CounterContract("Three months of rights are enough").Wait(1, 2).Draft().Wait(0, 1).Send();
        story.Wait(1, 4).SignedByInfluencer().Wait(0, 2).Countersigned();
        if (variant % 5 == 4) story.Wait(2, 4).Amend();
        return variant % 2 == 0 ? story.PayAdvance() : story;
    }

    private static void Produce(this DemoStory story, PartnershipStage end, int variant)
    {
        if (end == PartnershipStage.Contracted) { story.FollowUpIn(6, "Has the parcel arrived?"); return; }
        story.Wait(1, 4).SendProduct().Move(PartnershipStage.InProduction, "the product has arrived");
        if (end == PartnershipStage.InProduction) { story.FollowUpIn(10, "Ask for the first draft"); return; }
        story.Wait(5, 9).HandIn().Wait(1, 3).Review().Wait(4, 8).GoOnline().Sell();
        if (end == PartnershipStage.Published) { story.FollowUpIn(7, "Ask for the figures"); return; }
        story.Wait(8, 14).Measure();
        if (!story.OwesNoMoney) story.Wait(0, 1).Move(PartnershipStage.Completed, "figures reported, all is verified").Wait(1, 3).PayRest(variant);
    }
}
