using CreatorCRM.Campaigns;
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

[GrainType("partnership")]
public sealed class PartnershipGrain([PersistentState("snapshot")] IPersistentState<Snapshot> snapshot, AggregateServices services, SaleQueries sales,
    PayoutOptions payouts,
    DeliverableQueries deliverables, ContractQueries contracts, SequenceQueries sequences, CampaignQueries campaigns)
    : AggregateGrain<Partnership>(snapshot, services), IPartnershipGrain
{
    public Task<CommandResult> Create(CreatePartnership command, CommandContext context) => Execute(context, (state, _) => state.Create(command));

    public async Task<CommandResult> Move(MovePartnership command, CommandContext context)
    {
        var result = await Execute(context, (state, _) => state.Move(command));
        // It may have come to somebody who opted out; otherwise this is refused and changes nothing.
        if (result.IsAccepted && State.Sequences.Active is not null) await OptOut(new CommandContext(context.Actor));
        return result;
    }

    public Task<CommandResult> Return(ReturnPartnership command, CommandContext context) => Execute(context, (state, _) => state.Return(command));

    public Task<CommandResult> Update(UpdatePartnership command, CommandContext context) => Execute(context, (state, _) => state.Update(command));

    public Task<CommandResult> ChangeStage(ChangeStage command, CommandContext context) => Execute(context, (state, _) => state.Change(command));

    public Task<CommandResult> Decline(DeclinePartnership command, CommandContext context) => Execute(context, (state, _) => state.End(command));

    public Task<CommandResult> Rate(RatePartnership command, CommandContext context) => Execute(context, (state, _) => state.Rate(command));

    public Task<CommandResult> AcknowledgeBrief(AcknowledgeBrief command, CommandContext context) =>
        Execute(context, (state, now) => state.Acknowledge(command, now));

    public Task<CommandResult> LogOutreach(LogOutreach command, CommandContext context) => Execute(context, (state, now) => state.Log(command, now));

    public Task<CommandResult> ScheduleFollowUp(ScheduleFollowUp command, CommandContext context) =>
        Execute(context, (state, now) => state.Schedule(command, now));

    public Task<CommandResult> CompleteFollowUp(CompleteFollowUp command, CommandContext context) => Execute(context, (state, _) => state.Complete(command));

    public Task<CommandResult> RescheduleFollowUp(RescheduleFollowUp command, CommandContext context) =>
        Execute(context, (state, now) => state.Reschedule(command, now));

    public Task<CommandResult> DismissFollowUp(DismissFollowUp command, CommandContext context) => Execute(context, (state, _) => state.Dismiss(command));

    public Task<CommandResult> ProposeOffer(ProposeOffer command, CommandContext context) => Execute(context, (state, _) => state.Propose(command));

    public Task<CommandResult> AcceptOffer(CloseOffer command, CommandContext context) => Execute(context, (state, _) => state.Accept(command));

    public Task<CommandResult> DeclineOffer(CloseOffer command, CommandContext context) => Execute(context, (state, _) => state.Decline(command));

    public Task<CommandResult> WithdrawOffer(CloseOffer command, CommandContext context) => Execute(context, (state, _) => state.Withdraw(command));

    public Task<CommandResult> DraftContract(DraftContract command, CommandContext context) =>
        Execute(context, async (state, _) => state.Draft(command, await Brand(state)));

    public Task<CommandResult> AmendContract(AmendContract command, CommandContext context) =>
        Execute(context, async (state, _) => state.Amend(command, await Brand(state)));

    public Task<CommandResult> RenewContract(RenewContract command, CommandContext context) =>
        Execute(context, async (state, _) => state.Renew(command, await Brand(state)));

    public Task<CommandResult> SendContract(SendContract command, CommandContext context) =>
        Execute(context, async (state, now) => state.Exists ? state.Send(command, await contracts.Parties(Key, CancellationToken.None), now) : NoSuchContract);

    public Task<CommandResult> ViewContract(ViewContract command, CommandContext context) =>
        Execute(context, (state, now) => state.Contracts.View(command, now));

    public Task<CommandResult> CounterContract(CounterContract command, CommandContext context) =>
        Execute(context, (state, _) => state.Contracts.Counter(command));

    public Task<CommandResult> SignContract(SignContract command, CommandContext context) => Execute(context, (state, now) => state.Sign(command, now));

    public Task<CommandResult> DeclineContract(CloseContract command, CommandContext context) => Execute(context, (state, _) => state.Decline(command));

    public Task<CommandResult> VoidContract(CloseContract command, CommandContext context) => Execute(context, (state, _) => state.Void(command));

    public Task<CommandResult> FulfilContract(FulfilContract command, CommandContext context) => Execute(context, (state, _) => state.Fulfil(command));

    public Task<CommandResult> TerminateContract(TerminateContract command, CommandContext context) =>
        Execute(context, (state, now) => state.Contracts.Terminate(command, now));

    public Task<CommandResult> CloseDueContracts(CommandContext context) =>
        Execute(context, (state, now) => state.CloseDueContracts(DateOnly.FromDateTime(now.UtcDateTime)));

    public Task<CommandResult> AddDeliverable(AddDeliverable command, CommandContext context) => Execute(context, (state, _) => state.Add(command));

    public Task<CommandResult> PlanDeliverables(PlanDeliverables command, CommandContext context) => Execute(context, (state, _) => state.Plan());

    public Task<CommandResult> SubmitDraft(SubmitDraft command, CommandContext context) => Execute(context, (state, _) => state.Submit(command));

    public Task<CommandResult> RequestChanges(RequestChanges command, CommandContext context) => Execute(context, (state, _) => state.Request(command));

    public Task<CommandResult> ApproveDraft(ApproveDraft command, CommandContext context) => Execute(context, (state, _) => state.Approve(command));

    public Task<CommandResult> RecordPublication(RecordPublication command, CommandContext context) =>
        Execute(context, (state, now) => state.Publish(command, now));

    public Task<CommandResult> UpdatePublication(UpdatePublication command, CommandContext context) =>
        Execute(context, (state, now) => state.Update(command, now));

    public Task<CommandResult> CheckDisclosure(CheckDisclosure command, CommandContext context) => Execute(context, (state, _) => state.Check(command));

    public Task<CommandResult> DecideDisclosure(DecideDisclosure command, CommandContext context) =>
        Execute(context, (state, _) => state.Deliverables.Decide(command));

    public Task<CommandResult> VerifyDeliverable(VerifyDeliverable command, CommandContext context) => Execute(context, (state, _) => state.Verify(command));

    public Task<CommandResult> RecordDeliverableMetrics(RecordDeliverableMetrics command, CommandContext context) => Execute(context, async (state, now) =>
        state.Record(command, await deliverables.FiguresAt(Key, command.Deliverable, command.TakenAt ?? now, CancellationToken.None), now));

    public Task<CommandResult> CancelDeliverable(CancelDeliverable command, CommandContext context) => Execute(context, (state, _) => state.Cancel(command));

    public Task<CommandResult> PlanShipment(PlanShipment command, CommandContext context) => Execute(context, (state, _) => state.Plan(command));

    public Task<CommandResult> ShipShipment(ShipShipment command, CommandContext context) => Execute(context, (state, now) => state.Ship(command, now));

    public Task<CommandResult> CloseShipment(CloseShipment command, CommandContext context) => Execute(context, (state, now) => state.Close(command, now));

    public Task<CommandResult> RecordSale(RecordSale command, CommandContext context) => Execute(context, (state, now) => state.Record(command, now));

    public Task<CommandResult> ReverseSale(ReverseSale command, CommandContext context) =>
        Execute(context, async (state, now) => state.Reverse(command, await sales.Find(Key, command.Sale, CancellationToken.None), now));

    public Task<CommandResult> ProposePayout(ProposePayout command, CommandContext context) => Execute(context, (state, _) => state.Propose(command));

    public Task<CommandResult> ApprovePayout(ApprovePayout command, CommandContext context) =>
        Execute(context, (state, _) => state.Approve(command, context.Actor, payouts));

    public Task<CommandResult> MarkPayoutPaid(MarkPayoutPaid command, CommandContext context) => Execute(context, (state, now) => state.MarkPaid(command, now));

    public Task<CommandResult> FailPayout(FailPayout command, CommandContext context) => Execute(context, (state, _) => state.Fail(command));

    public Task<CommandResult> RetryPayout(RetryPayout command, CommandContext context) => Execute(context, (state, _) => state.Retry(command));

    public Task<CommandResult> CancelPayout(CancelPayout command, CommandContext context) => Execute(context, (state, _) => state.Cancel(command));

    public Task<CommandResult> StartSequence(StartSequence command, CommandContext context) =>
        Execute(context, async (state, now) => state.Start(command, await sequences.ToStart(Key.Workspace, command.Sequence, CancellationToken.None), now));

    public async Task<CommandResult> TrySequence(StartSequence command)
    {
        var decision = State.Start(command, await sequences.ToStart(Key.Workspace, command.Sequence, CancellationToken.None), DateTimeOffset.UnixEpoch);
        if (!decision.IsRefused && !await campaigns.GoesOn(Key.Workspace, State.CampaignId, CancellationToken.None)) decision = Partnership.CampaignIsOver();
        return decision.IsRefused ? CommandResult.Refused(Key.Id, Version, decision.Refusals) : CommandResult.Accepted(Key.Id, Version, decision.Part);
    }

    public async Task<CommandResult> CompleteSequenceStep(CompleteSequenceStep command, CommandContext context)
    {
        var result = await Execute(context, (state, now) => state.Complete(command, now));
        if (result.Refusals is [{ Code: RefusalCode.DoNotContact }]) await OptOut(new CommandContext(context.Actor));
        return result;
    }

    public Task<CommandResult> SkipSequenceStep(SkipSequenceStep command, CommandContext context) => Execute(context, (state, now) => state.Skip(command, now));

    public Task<CommandResult> StopSequence(StopSequence command, CommandContext context) => Execute(context, (state, _) => state.Stop(command));

    public Task<CommandResult> OptOut(CommandContext context) => Execute(context, (state, _) => state.OptOut());

    private async Task<string?> Brand(Partnership state) => state.Exists ? (await contracts.Parties(Key, CancellationToken.None)).Brand : null;

    private static Decision NoSuchContract => Refusal.NotFound("contract", "contractId");
}
