using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Outreach;
using CreatorCRM.Payouts;
using CreatorCRM.Relationships;
using CreatorCRM.Sales;
using CreatorCRM.Sequences;
using CreatorCRM.Shipments;

namespace CreatorCRM.Partnerships;

/// <summary>One influencer in one campaign. The key is <see cref="EntityKey"/> as text.</summary>
[Alias("partnership")]
public interface IPartnershipGrain : IGrainWithStringKey
{
    [Alias("create")] Task<CommandResult> Create(CreatePartnership command, CommandContext context);
    [Alias("move")] Task<CommandResult> Move(MovePartnership command, CommandContext context);
    [Alias("return")] Task<CommandResult> Return(ReturnPartnership command, CommandContext context);
    [Alias("update")] Task<CommandResult> Update(UpdatePartnership command, CommandContext context);
    [Alias("change-stage")] Task<CommandResult> ChangeStage(ChangeStage command, CommandContext context);
    [Alias("decline")] Task<CommandResult> Decline(DeclinePartnership command, CommandContext context);
    [Alias("rate")] Task<CommandResult> Rate(RatePartnership command, CommandContext context);
    [Alias("acknowledge-brief")] Task<CommandResult> AcknowledgeBrief(AcknowledgeBrief command, CommandContext context);
    [Alias("log-outreach")] Task<CommandResult> LogOutreach(LogOutreach command, CommandContext context);
    [Alias("schedule-follow-up")] Task<CommandResult> ScheduleFollowUp(ScheduleFollowUp command, CommandContext context);
    [Alias("complete-follow-up")] Task<CommandResult> CompleteFollowUp(CompleteFollowUp command, CommandContext context);
    [Alias("reschedule-follow-up")] Task<CommandResult> RescheduleFollowUp(RescheduleFollowUp command, CommandContext context);
    [Alias("dismiss-follow-up")] Task<CommandResult> DismissFollowUp(DismissFollowUp command, CommandContext context);
    [Alias("propose-offer")] Task<CommandResult> ProposeOffer(ProposeOffer command, CommandContext context);
    [Alias("accept-offer")] Task<CommandResult> AcceptOffer(CloseOffer command, CommandContext context);
    [Alias("decline-offer")] Task<CommandResult> DeclineOffer(CloseOffer command, CommandContext context);
    [Alias("withdraw-offer")] Task<CommandResult> WithdrawOffer(CloseOffer command, CommandContext context);
    [Alias("draft-contract")] Task<CommandResult> DraftContract(DraftContract command, CommandContext context);
    [Alias("amend-contract")] Task<CommandResult> AmendContract(AmendContract command, CommandContext context);
    [Alias("renew-contract")] Task<CommandResult> RenewContract(RenewContract command, CommandContext context);
    [Alias("send-contract")] Task<CommandResult> SendContract(SendContract command, CommandContext context);
    [Alias("view-contract")] Task<CommandResult> ViewContract(ViewContract command, CommandContext context);
    [Alias("counter-contract")] Task<CommandResult> CounterContract(CounterContract command, CommandContext context);
    [Alias("sign-contract")] Task<CommandResult> SignContract(SignContract command, CommandContext context);
    [Alias("decline-contract")] Task<CommandResult> DeclineContract(CloseContract command, CommandContext context);
    [Alias("void-contract")] Task<CommandResult> VoidContract(CloseContract command, CommandContext context);
    [Alias("fulfil-contract")] Task<CommandResult> FulfilContract(FulfilContract command, CommandContext context);
    [Alias("terminate-contract")] Task<CommandResult> TerminateContract(TerminateContract command, CommandContext context);
    /// <summary>Closes what has run out: offers that nobody signed in time, terms and notices that have passed. Does nothing when nothing has.</summary>
    [Alias("close-due-contracts")] Task<CommandResult> CloseDueContracts(CommandContext context);
    [Alias("add-deliverable")] Task<CommandResult> AddDeliverable(AddDeliverable command, CommandContext context);
    [Alias("plan-deliverables")] Task<CommandResult> PlanDeliverables(PlanDeliverables command, CommandContext context);
    [Alias("submit-draft")] Task<CommandResult> SubmitDraft(SubmitDraft command, CommandContext context);
    [Alias("request-changes")] Task<CommandResult> RequestChanges(RequestChanges command, CommandContext context);
    [Alias("approve-draft")] Task<CommandResult> ApproveDraft(ApproveDraft command, CommandContext context);
    [Alias("record-publication")] Task<CommandResult> RecordPublication(RecordPublication command, CommandContext context);
    [Alias("update-publication")] Task<CommandResult> UpdatePublication(UpdatePublication command, CommandContext context);
    [Alias("check-disclosure")] Task<CommandResult> CheckDisclosure(CheckDisclosure command, CommandContext context);
    [Alias("decide-disclosure")] Task<CommandResult> DecideDisclosure(DecideDisclosure command, CommandContext context);
    [Alias("verify-deliverable")] Task<CommandResult> VerifyDeliverable(VerifyDeliverable command, CommandContext context);
    [Alias("record-deliverable-metrics")] Task<CommandResult> RecordDeliverableMetrics(RecordDeliverableMetrics command, CommandContext context);
    [Alias("cancel-deliverable")] Task<CommandResult> CancelDeliverable(CancelDeliverable command, CommandContext context);
    [Alias("plan-shipment")] Task<CommandResult> PlanShipment(PlanShipment command, CommandContext context);
    [Alias("ship-shipment")] Task<CommandResult> ShipShipment(ShipShipment command, CommandContext context);
    [Alias("close-shipment")] Task<CommandResult> CloseShipment(CloseShipment command, CommandContext context);
    [Alias("record-sale")] Task<CommandResult> RecordSale(RecordSale command, CommandContext context);
    [Alias("reverse-sale")] Task<CommandResult> ReverseSale(ReverseSale command, CommandContext context);
    [Alias("propose-payout")] Task<CommandResult> ProposePayout(ProposePayout command, CommandContext context);
    [Alias("approve-payout")] Task<CommandResult> ApprovePayout(ApprovePayout command, CommandContext context);
    [Alias("mark-payout-paid")] Task<CommandResult> MarkPayoutPaid(MarkPayoutPaid command, CommandContext context);
    [Alias("fail-payout")] Task<CommandResult> FailPayout(FailPayout command, CommandContext context);
    [Alias("retry-payout")] Task<CommandResult> RetryPayout(RetryPayout command, CommandContext context);
    [Alias("cancel-payout")] Task<CommandResult> CancelPayout(CancelPayout command, CommandContext context);
    [Alias("start-sequence")] Task<CommandResult> StartSequence(StartSequence command, CommandContext context);
    /// <summary>What starting it would come to, besides whether the person may be contacted. Changes nothing.</summary>
    [Alias("try-sequence")] Task<CommandResult> TrySequence(StartSequence command);
    [Alias("complete-sequence-step")] Task<CommandResult> CompleteSequenceStep(CompleteSequenceStep command, CommandContext context);
    [Alias("skip-sequence-step")] Task<CommandResult> SkipSequenceStep(SkipSequenceStep command, CommandContext context);
    [Alias("stop-sequence")] Task<CommandResult> StopSequence(StopSequence command, CommandContext context);
    /// <summary>Records that the sequence under way ended because the person must not be contacted. Does nothing when none is.</summary>
    [Alias("opt-out")] Task<CommandResult> OptOut(CommandContext context);
}
