using CreatorCRM.Influencers;
using CreatorCRM.Outreach;
using CreatorCRM.Sequences;

namespace CreatorCRM.Partnerships;

/// <summary>
/// When a sequence of outreach can be started, what its steps lead to, and what stops it. It is for who has not answered yet, so while one is under way the
/// partnership is on the shortlist or contacted. Pure.
/// </summary>
public partial record Partnership
{
    /// <param name="sequence">As it is now; null when there is none.</param>
    public Decision Start(StartSequence command, SequenceToStart? sequence, DateTimeOffset now)
    {
        if (!Exists) return NoSuch;
        if (Stage > PartnershipStage.Contacted)
            return IllegalStage($"A sequence is for who is on the shortlist or contacted and has not answered; this partnership is {Stage.Words()}.");
        return Sequences.Start(command, sequence, now).Provided(CampaignGoesOn()).Provided(MayBeContacted);
    }

    public Decision Complete(CompleteSequenceStep command, DateTimeOffset now)
    {
        var (next, refusal) = Sequences.Next(command.Run, command.Step);
        if (refusal is not null) return refusal;
        var at = command.OccurredAt ?? now;
        Decision done;
        if ((command.Channel ?? next!.Step.Channel) is { } channel)
        {
            if (next!.Step.Template is not null && string.IsNullOrWhiteSpace(command.Body)) return Refusal.Required("body");
            var logged = Outreach.Log(
                new LogOutreach(OutreachDirection.Out, channel, command.Subject, command.Body, at, null, Template: command.Template,
                    TemplateVersion: command.TemplateVersion), now);
            if (logged.IsRefused) return logged;
            // Its own message is what takes the partnership to CONTACTED, so that does not stop it.
            done = Sequences.Done(command.Run, command.Step, logged.Part, at).Events.Aggregate(Following(PartnershipStage.Contacted, logged),
                (decision, @event) => decision.Then(@event));
        }
        else
        {
            var validation = new Validation().Instant("occurredAt", command.OccurredAt, OutreachLog.Earliest, now.AddDays(1))
                .Require(command.Subject is null && command.Body is null, "body",
                    "This step logs no message. Leave subject and body out, or say by which channel it went out.");
            done = validation.HasRefusals ? Decision.Refuse(validation.Refusals) : Sequences.Done(command.Run, command.Step, null, at);
        }
        return done.IsRefused ? done : done.Provided(MayBeContacted).About(command.Run);
    }

    public Decision Skip(SkipSequenceStep command, DateTimeOffset now) => Sequences.Skip(command, now).Provided(MayBeContacted);

    public Decision Stop(StopSequence command) => Sequences.Stop(command);

    /// <summary>Stops the sequence under way of a person who must not be contacted.</summary>
    public Decision OptOut() => Sequences.Ending(SequenceStopReason.OptedOut, null).Provided(ContactGuard.MustNotBeContacted(InfluencerId));

    /// <summary>Adds that the sequence under way was stopped, when what happened does that.</summary>
    private Decision StoppingSequence(Decision decision) => !decision.IsRefused && SequenceStops.Reason(decision.Events) is { } reason
        ? Sequences.Ending(reason, null).Events.Aggregate(decision, (all, stopped) => all.Then(stopped))
        : decision;
}
