namespace CreatorCRM.Outreach;

/// <summary>What the commands about messages and follow-ups come to. Pure. Whether the person may be contacted is the partnership's to add.</summary>
public partial record OutreachLog
{
    public static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Decision Log(LogOutreach command, DateTimeOffset now)
    {
        if (command.Unfilled is { } unfilled) return unfilled;
        var validation = new Validation().Text("subject", command.Subject, 500).Text("body", command.Body, 100_000)
            .Text("place", command.Place, 500).Texts("participants", command.Participants ?? [])
            .Instant("occurredAt", command.OccurredAt, Earliest, now.AddDays(1)).Instant("followUpAt", command.FollowUpAt, Earliest, now.AddYears(10))
            .Require(command.FollowUpAt is null || FollowUps.Length < PartNumber.Max, "followUpAt",
                $"A partnership may have at most {PartNumber.Max} follow-ups.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = PartNumber.After(Messages);
        var logged = new OutreachLogged(number, command.Direction, command.Channel, command.Subject, command.Body, command.OccurredAt ?? now, command.Place,
            command.Participants is [_, ..] ? command.Participants : null, command.Template, command.TemplateVersion);
        return (command.FollowUpAt is { } due ? Decision.Accept(logged, new FollowUpScheduled(PartNumber.After(FollowUps.Length), due, null))
            : Decision.Accept(logged)).About(number);
    }

    public Decision Schedule(ScheduleFollowUp command, DateTimeOffset now)
    {
        var validation = new Validation().Text("note", command.Note, 1000).Instant("dueAt", command.DueAt, Earliest, now.AddYears(10))
            .Require(FollowUps.Length < PartNumber.Max, "dueAt", $"A partnership may have at most {PartNumber.Max} follow-ups.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = PartNumber.After(FollowUps.Length);
        return Decision.Accept(new FollowUpScheduled(number, command.DueAt, command.Note)).About(number);
    }

    public Decision Complete(CompleteFollowUp command)
    {
        if (FollowUps.FirstOrDefault(followUp => followUp.Number == command.FollowUp) is not { } followUp) return Refusal.NotFound("follow-up", "followUpId");
        if (followUp.DismissedAt is not null) return Over("done");
        return (followUp.DoneAt is null ? Decision.Accept(new FollowUpCompleted(followUp.Number)) : Decision.Nothing).About(followUp.Number);
    }

    public Decision Reschedule(RescheduleFollowUp command, DateTimeOffset now)
    {
        if (FollowUps.FirstOrDefault(followUp => followUp.Number == command.FollowUp) is not { } followUp) return Refusal.NotFound("follow-up", "followUpId");
        if (!followUp.IsOpen) return Over("moved to another day");
        var validation = new Validation().Instant("dueAt", command.DueAt, Earliest, now.AddYears(10));
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return (followUp.DueAt == command.DueAt ? Decision.Nothing : Decision.Accept(new FollowUpRescheduled(followUp.Number, followUp.DueAt, command.DueAt)))
            .About(followUp.Number);
    }

    public Decision Dismiss(DismissFollowUp command)
    {
        if (FollowUps.FirstOrDefault(followUp => followUp.Number == command.FollowUp) is not { } followUp) return Refusal.NotFound("follow-up", "followUpId");
        if (followUp.DoneAt is not null) return Over("dismissed");
        var validation = new Validation().Text("reason", command.Reason, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return (followUp.IsOpen ? Decision.Accept(new FollowUpDismissed(followUp.Number, command.Reason)) : Decision.Nothing).About(followUp.Number);
    }

    /// <summary>Says of every open follow-up that it need not be done any more.</summary>
    public IEnumerable<IEvent> DismissAll(string reason) =>
        FollowUps.Where(followUp => followUp.IsOpen).Select(followUp => new FollowUpDismissed(followUp.Number, reason));

    private static Refusal Over(string step) =>
        new(RefusalCode.IllegalTaskStatus, $"A follow-up that is done or dismissed is not {step} any more.", "followUpId");
}
