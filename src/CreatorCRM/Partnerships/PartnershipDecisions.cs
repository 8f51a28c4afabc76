using System.Collections.Immutable;
using System.Globalization;

namespace CreatorCRM.Partnerships;

/// <summary>What the commands about a partnership itself, its messages and its tasks come to. Pure.</summary>
public partial record Partnership
{
    private const int MaxParts = 500;
    private static readonly DateTimeOffset EarliestOutreach = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Keeps every path to a person closed who must not be contacted; checked in the commit itself, so no race can open it.</summary>
    private RowGuard MayBeContacted => new("influencers", InfluencerId, "NOT do_not_contact",
        new Refusal(RefusalCode.DoNotContact, "This influencer must not be contacted. The reason is on the profile; lift it there first if it no longer holds."));

    public Decision Create(CreatePartnership command)
    {
        if (Exists) return new Refusal(RefusalCode.Invalid, "This partnership exists already.");
        var validation = new Validation().Text("owner", command.Owner, Validation.NameLength);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept(new PartnershipCreated(command.InfluencerId, command.InfluencerName, command.CampaignId, command.CampaignName, command.Owner)).Provided(
            new RowGuard("influencers", command.InfluencerId, null, Refusal.NotFound("influencer", "influencerId")),
            new RowGuard("campaigns", command.CampaignId, "status IN ('DRAFT', 'ACTIVE')",
                new Refusal(RefusalCode.IllegalStage, "There is no such campaign, or it is over.", "campaignId")));
    }

    public Decision Change(ChangeStage command)
    {
        if (!Exists) return NoSuch;
        var validation = new Validation().Text("reason", command.Reason, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (command.Stage == Stage && StageIsManual) return Decision.Nothing;
        if (command.Stage != Stage && !Stages.ManualMoves[Stage].Contains(command.Stage))
            return new Refusal(RefusalCode.IllegalStage,
                $"A partnership that is {Stage.Words()} cannot be moved to {command.Stage.Words()} by hand; it can go to {string.Join(", ", Stages.ManualMoves[Stage].Select(stage => stage.Words()))}.", "stage");
        // Or it could be signed later, beside what is agreed then.
        if (command.Stage != Stage && OpenContract is { } open)
            return new Refusal(RefusalCode.IllegalContractStatus, $"Version {open.Number} of the contract is {open.Status.Words()}. Void it before you leave {Stage.Words()}.", "stage");
        return Decision.Accept(new StageChanged(Stage, command.Stage, Manual: true, command.Reason));
    }

    public Decision Log(LogOutreach command, DateTimeOffset now)
    {
        if (!Exists) return NoSuch;
        var validation = new Validation().Text("subject", command.Subject, 500).Text("body", command.Body, 100_000)
            .Instant("occurredAt", command.OccurredAt, EarliestOutreach, now.AddDays(1)).Instant("followUpAt", command.FollowUpAt, EarliestOutreach, now.AddYears(10))
            .Require(command.FollowUpAt is null || FollowUps.Length < MaxParts, "followUpAt", $"A partnership may have at most {MaxParts} follow-ups.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (Stage == PartnershipStage.Cancelled && command.Direction == OutreachDirection.Out)
            return new Refusal(RefusalCode.IllegalStage, "This partnership was cancelled. Put it back on the shortlist before contacting the influencer.", "partnershipId");

        var number = (Messages + 1).ToString(CultureInfo.InvariantCulture);
        var events = ImmutableArray.CreateBuilder<IEvent>();
        events.Add(new OutreachLogged(number, command.Direction, command.Channel, command.Subject, command.Body, command.OccurredAt ?? now));
        events.AddRange(MovingTo(command.Direction == OutreachDirection.Out ? PartnershipStage.Contacted : PartnershipStage.Replied));
        if (command.FollowUpAt is { } due) events.Add(new FollowUpScheduled(NextFollowUp, due, null));
        var decision = Decision.Accept(events.ToImmutable()).About(number);
        // A follow-up is a contact to come.
        return command.Direction == OutreachDirection.Out || command.FollowUpAt is not null ? decision.Provided(MayBeContacted) : decision;
    }

    public Decision Schedule(ScheduleFollowUp command, DateTimeOffset now)
    {
        if (!Exists) return NoSuch;
        var validation = new Validation().Text("note", command.Note, 1000).Instant("dueAt", command.DueAt, EarliestOutreach, now.AddYears(10))
            .Require(FollowUps.Length < MaxParts, "dueAt", $"A partnership may have at most {MaxParts} follow-ups.");
        return validation.HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Decision.Accept(new FollowUpScheduled(NextFollowUp, command.DueAt, command.Note)).About(NextFollowUp).Provided(MayBeContacted);
    }

    public Decision Complete(CompleteFollowUp command)
    {
        if (FollowUps.FirstOrDefault(followUp => followUp.Number == command.FollowUp) is not { } followUp) return Refusal.NotFound("follow-up", "followUpId");
        return (followUp.DoneAt is null ? Decision.Accept(new FollowUpCompleted(followUp.Number)) : Decision.Nothing).About(followUp.Number);
    }

    public Decision Add(AddDeliverable command)
    {
        if (!Exists) return NoSuch;
        var validation = new Validation().Text("note", command.Note, 1000)
            .Require(PeriodOfDays.IsPlausible(command.DueOn), "dueOn", "A due day lies in this century or the next.")
            .Require(Deliverables.Length < MaxParts, "kind", $"A partnership may have at most {MaxParts} deliverables.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (Stage.IsExit() || Stage == PartnershipStage.Completed)
            return new Refusal(RefusalCode.IllegalStage, $"A partnership that is {Stage.Words()} takes no further deliverables.", "partnershipId");
        var number = (Deliverables.Length + 1).ToString(CultureInfo.InvariantCulture);
        return Decision.Accept(new DeliverableAdded(number, command.Kind, command.DueOn, command.Note)).About(number);
    }

    private static Decision NoSuch => Refusal.NotFound("partnership", "partnershipId");

    private string NextFollowUp => (FollowUps.Length + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The stage that follows from what happened; nothing when that would move it back or out of an exit.</summary>
    private IEnumerable<IEvent> MovingTo(PartnershipStage next)
    {
        if (Stage.MovesTo(next)) yield return new StageChanged(Stage, next, Manual: false, null);
    }
}
