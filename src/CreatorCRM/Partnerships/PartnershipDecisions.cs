using CreatorCRM.Influencers;
using CreatorCRM.Relationships;

namespace CreatorCRM.Partnerships;

/// <summary>What the commands about a partnership itself come to. Pure.</summary>
public partial record Partnership
{
    public Decision Create(CreatePartnership command)
    {
        if (Exists) return new Refusal(RefusalCode.Invalid, "This partnership exists already.");
        var validation = new Validation().Text("owner", command.Owner, Validation.NameLength);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept(new PartnershipCreated(command.InfluencerId, command.InfluencerName, command.CampaignId, command.CampaignName, command.Owner))
            .Provided(
            new RowGuard("influencers", command.InfluencerId, null, Refusal.NotFound("influencer", "influencerId")), OwnPerson.Guard(command.InfluencerId),
            NothingComesBack(command), NotThere(command),
            GoesOn(command.CampaignId, NoOpenCampaign));
    }

    internal static Refusal NoOpenCampaign => new(RefusalCode.IllegalStage, "There is no such campaign, or it is over.", "campaignId");

    /// <summary>Once a campaign is over, nothing new is agreed in it; what is under way is brought to its end.</summary>
    public static Refusal CampaignIsOver(string field = "partnershipId") => IllegalStage(
        "The campaign is completed or cancelled, so nothing new begins in it. Reopen the campaign first.", field);

    private RowGuard CampaignGoesOn(string field = "partnershipId") => GoesOn(CampaignId, CampaignIsOver(field));

    private static RowGuard GoesOn(string campaign, Refusal otherwise) => new("campaigns", campaign, "status IN ('DRAFT', 'ACTIVE')", otherwise);

    // Asked before what is there: once the undo has ended, all that it brought back is seen. It begins with the few who are in a merge that is under way.
    private static RowGuard NothingComesBack(CreatePartnership command) => new("influencers", command.InfluencerId,
        """
        NOT EXISTS (SELECT 1 FROM influencer_merge_parties AS party CROSS JOIN influencer_merges AS undo
        WHERE party.workspace = influencers.workspace AND party.influencer_id = influencers.id
        AND undo.workspace = party.workspace AND undo.id = party.merge_id AND undo.merged_id = party.influencer_id AND undo.status = 'UNDOING')
        """,
        new Refusal(RefusalCode.MergeUnderWay, "A merge of this influencer is being undone, and their partnerships are coming back. Try again in a moment.",
            "influencerId"));

    // The unique index knows of the one that was made for them only, and a merge that brought that one and was undone may have left another one behind.
    private static RowGuard NotThere(CreatePartnership command) => new("influencers", command.InfluencerId,
        "NOT EXISTS (SELECT 1 FROM partnerships AS there WHERE there.workspace = influencers.workspace AND there.influencer_id = influencers.id AND there.campaign_id = @value)",
        InCampaignAlready, command.CampaignId);

    private static Refusal InCampaignAlready => new(RefusalCode.AlreadyInCampaign, "This influencer is in this campaign already.", "influencerId");

    public Decision Update(UpdatePartnership command)
    {
        if (!Exists) return NoSuch;
        if (command.Owner is not { } change) return Decision.Nothing;
        var owner = string.IsNullOrWhiteSpace(change.Value) ? null : change.Value.Trim();
        if (owner == Owner) return Decision.Nothing;
        var validation = new Validation().Text("owner", owner, Validation.NameLength);
        return validation.HasRefusals ? Decision.Refuse(validation.Refusals) : Decision.Accept(new PartnershipOwnerChanged(Owner, owner));
    }

    public Decision Change(ChangeStage command) => StoppingSequence(DroppingFollowUps(Moved(command)));

    private Decision Moved(ChangeStage command)
    {
        if (!Exists) return NoSuch;
        var validation = new Validation().Text("reason", command.Reason, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (command.Stage == Stage && StageIsManual) return Decision.Nothing;
        if (command.Stage != Stage && !Stages.ManualMoves[Stage].Contains(command.Stage))
            return new Refusal(RefusalCode.IllegalStage,
                $"A partnership that is {Stage.Words()} cannot be moved to {command.Stage.Words()} by hand; it can go to {string.Join(", ", Stages.ManualMoves[Stage].Select(stage => stage.Words()))}.", "stage");
        // Or it could be signed later, beside what is agreed then. An amendment goes on while the work does.
        if (command.Stage != Stage && (Stage == PartnershipStage.Agreed || command.Stage.IsExit()) && Contracts.Open is { } open)
            return new Refusal(RefusalCode.IllegalContractStatus,
                $"Version {open.Number} of the contract is {open.Status.Words()}. Void it before you leave {Stage.Words()}.", "stage");
        return Decision.Accept(new StageChanged(Stage, command.Stage, Manual: true, command.Reason));
    }

    public Decision End(DeclinePartnership command)
    {
        if (!Exists) return NoSuch;
        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        var validation = new Validation().Text("note", note, 1000)
            .Require(command.Reason != DeclineReason.Other || note is not null, "note", "Say in the note what the other reason is.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var declined = new PartnershipDeclined(command.By, command.Reason, note);
        var stage = command.By == Party.Influencer ? PartnershipStage.Declined : PartnershipStage.Cancelled;
        // Over already: only the reason is new, or corrected.
        if (Stage == stage) return Declined == new Decline(command.By, command.Reason, note) ? Decision.Nothing : Decision.Accept(declined);
        var moved = Moved(new ChangeStage(stage, null));
        return moved.IsRefused
            ? Decision.Refuse([.. moved.Refusals.Select(refusal => refusal with { Field = "partnershipId" })])
            : StoppingSequence(DroppingFollowUps(Decision.Accept([declined, .. moved.Events])));
    }

    // What was planned for a partnership is not done once it comes to nothing. What is planned after that was meant so.
    private Decision DroppingFollowUps(Decision decision) =>
        decision.Events.OfType<StageChanged>().FirstOrDefault(moved => moved.To.IsExit() && !moved.From.IsExit()) is { } exit
            ? Outreach.DismissAll($"the partnership is {exit.To.Words()}").Aggregate(decision, (all, dismissed) => all.Then(dismissed))
            : decision;

    public Decision Rate(RatePartnership command)
    {
        if (!Exists) return NoSuch;
        if (!Stage.IsExit() && Stage < PartnershipStage.Published)
            return IllegalStage($"A partnership is rated once content is published or it is over; this one is {Stage.Words()}.");
        return Relationships.Rating.Give(command, Rating);
    }

    private static Decision NoSuch => Refusal.NotFound("partnership", "partnershipId");

    private static Refusal IllegalStage(string message, string field = "partnershipId") => new(RefusalCode.IllegalStage, message, field);

    /// <summary>Adds the stage that follows from what happened; nothing when that would move it back or out of an exit.</summary>
    private Decision MovingTo(PartnershipStage next, Decision decision) => StoppingSequence(Following(next, decision));

    private Decision Following(PartnershipStage next, Decision decision) =>
        Stage.MovesTo(next) ? decision.Then(new StageChanged(Stage, next, Manual: false, null)) : decision;
}
