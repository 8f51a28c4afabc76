using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Influencers;
using CreatorCRM.Merges;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Sales;
using CreatorCRM.Segments;
using CreatorCRM.Sequences;
using CreatorCRM.Shipments;
using CreatorCRM.Templates;

namespace CreatorCRM.Server.Demo;

public sealed record AcceptOffer(string Offer, string? Note = null);

public sealed record DeclineOffer(string Offer, string? Note);

public sealed record WithdrawOffer(string Offer, string? Note);

public sealed record DeclineContract(string Contract, string Reason);

public sealed record VoidContract(string Contract, string Reason);

public sealed record CloseDueContracts;

/// <summary>Hands a step to its grain, as the API does.</summary>
internal static class DemoDispatch
{
    public static Task<CommandResult> Send(this IGrainFactory grains, DemoStep step, string workspace)
    {
        var context = step.Context(workspace);
        return step.Command switch
        {
            CreateInfluencer c => To<IInfluencerGrain>().Create(c, context),
            InfluencerChanges c => To<IInfluencerGrain>().Update(c, context),
            RecordMetrics c => To<IInfluencerGrain>().RecordMetrics(c, context),
            SetDoNotContact c => To<IInfluencerGrain>().SetDoNotContact(c, context),
            LiftDoNotContact c => To<IInfluencerGrain>().LiftDoNotContact(c, context),
            StartMerge c => To<IInfluencerMergeGrain>().Start(c, context),
            CreateCampaign c => To<ICampaignGrain>().Create(c, context),
            CampaignChanges c => To<ICampaignGrain>().Update(c, context),
            CreatePartnership c => To<IPartnershipGrain>().Create(c, context),
            ChangeStage c => To<IPartnershipGrain>().ChangeStage(c, context),
            LogOutreach c => To<IPartnershipGrain>().LogOutreach(c, context),
            ScheduleFollowUp c => To<IPartnershipGrain>().ScheduleFollowUp(c, context),
            CompleteFollowUp c => To<IPartnershipGrain>().CompleteFollowUp(c, context),
            ProposeOffer c => To<IPartnershipGrain>().ProposeOffer(c, context),
            AcceptOffer c => To<IPartnershipGrain>().AcceptOffer(new CloseOffer(c.Offer, c.Note), context),
            DeclineOffer c => To<IPartnershipGrain>().DeclineOffer(new CloseOffer(c.Offer, c.Note), context),
            WithdrawOffer c => To<IPartnershipGrain>().WithdrawOffer(new CloseOffer(c.Offer, c.Note), context),
            DraftContract c => To<IPartnershipGrain>().DraftContract(c, context),
            SendContract c => To<IPartnershipGrain>().SendContract(c, context),
            SignContract c => To<IPartnershipGrain>().SignContract(c, context),
            ViewContract c => To<IPartnershipGrain>().ViewContract(c, context),
            CounterContract c => To<IPartnershipGrain>().CounterContract(c, context),
            AmendContract c => To<IPartnershipGrain>().AmendContract(c, context),
            TerminateContract c => To<IPartnershipGrain>().TerminateContract(c, context),
            CloseDueContracts => To<IPartnershipGrain>().CloseDueContracts(context),
            DeclineContract c => To<IPartnershipGrain>().DeclineContract(new CloseContract(c.Contract, c.Reason), context),
            VoidContract c => To<IPartnershipGrain>().VoidContract(new CloseContract(c.Contract, c.Reason), context),
            CreateMessageTemplate c => To<IMessageTemplateGrain>().Create(c, context),
            CreateSequence c => To<ISequenceGrain>().Create(c, context),
            StartSequence c => To<IPartnershipGrain>().StartSequence(c, context),
            CompleteSequenceStep c => To<IPartnershipGrain>().CompleteSequenceStep(c, context),
            StopSequence c => To<IPartnershipGrain>().StopSequence(c, context),
            SubmitDraft c => To<IPartnershipGrain>().SubmitDraft(c, context),
            RequestChanges c => To<IPartnershipGrain>().RequestChanges(c, context),
            ApproveDraft c => To<IPartnershipGrain>().ApproveDraft(c, context),
            PlanShipment c => To<IPartnershipGrain>().PlanShipment(c, context),
            ShipShipment c => To<IPartnershipGrain>().ShipShipment(c, context),
            CloseShipment c => To<IPartnershipGrain>().CloseShipment(c, context),
            RecordPublication c => To<IPartnershipGrain>().RecordPublication(c, context),
            UpdatePublication c => To<IPartnershipGrain>().UpdatePublication(c, context),
            RecordDeliverableMetrics c => To<IPartnershipGrain>().RecordDeliverableMetrics(c, context),
            VerifyDeliverable c => To<IPartnershipGrain>().VerifyDeliverable(c, context),
            RecordSale c => To<IPartnershipGrain>().RecordSale(c, context),
            ProposePayout c => To<IPartnershipGrain>().ProposePayout(c, context),
            ApprovePayout c => To<IPartnershipGrain>().ApprovePayout(c, context),
            FailPayout c => To<IPartnershipGrain>().FailPayout(c, context),
            RetryPayout c => To<IPartnershipGrain>().RetryPayout(c, context),
            MarkPayoutPaid c => To<IPartnershipGrain>().MarkPayoutPaid(c, context),
            ReverseSale c => To<IPartnershipGrain>().ReverseSale(c, context),
            CreateSegment c => To<ISegmentGrain>().Create(c, context),
            _ => throw new InvalidOperationException($"The demo cannot send a {step.Command.GetType().Name}."),
        };

        T To<T>() where T : IGrainWithStringKey => grains.GetGrain<T>(new EntityKey(workspace, step.EntityId).ToString());
    }
}
