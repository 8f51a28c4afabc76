using System.Collections.Immutable;
using CreatorCRM.Disclosure;

namespace CreatorCRM.Deliverables;

/// <summary>What the commands about posts come to: publication, disclosure, verification, figures. Pure.</summary>
public partial record DeliverableList
{
    private static readonly DateTimeOffset EarliestPost = new(2004, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="considerations">What the influencer gets, as far as disclosure is concerned; likewise for the other commands.</param>
    public Decision Publish(RecordPublication command, ImmutableArray<Consideration> considerations, DateTimeOffset now) =>
        Of(command.Deliverable, DeliverableStatus.Published, deliverable =>
        {
            if (deliverable.Post is not null)
                return new Refusal(RefusalCode.IllegalDeliverableStatus,
                    $"Deliverable {deliverable.Number} is online already. Record a change of the post instead.", "deliverableId");
            var published = new DeliverablePublished(deliverable.Number, deliverable.Kind, Tidy(command.Post), deliverable.Status == DeliverableStatus.Approved);
            return Checked(published, deliverable with { Post = published.Post }, command.Country ?? command.HomeCountry, considerations, now);
        });

    public Decision Update(UpdatePublication command, ImmutableArray<Consideration> considerations, DateTimeOffset now) =>
        OfPost(command.Deliverable, (deliverable, post) =>
    {
        var changed = Tidy(new PublishedPost(command.Url ?? post.Url, command.Texts ?? post.Texts, command.PublishedAt ?? post.PublishedAt,
            command.PlatformLabel ?? post.PlatformLabel));
        var country = command.Country ?? deliverable.Check?.Verdict.Country ?? command.HomeCountry;
        return CrmJson.Write(changed) == CrmJson.Write(post)
            ? Check(deliverable, country, considerations)
            : Checked(new PublicationUpdated(deliverable.Number, deliverable.Kind, changed), deliverable with { Post = changed }, country, considerations, now);
    });

    public Decision Check(CheckDisclosure command, ImmutableArray<Consideration> considerations) => OfPost(command.Deliverable, (deliverable, _) =>
        Check(deliverable, command.Country ?? deliverable.Check?.Verdict.Country ?? command.HomeCountry, considerations));

    public Decision Decide(DecideDisclosure command) => OfPost(command.Deliverable, (deliverable, _) =>
    {
        var validation = new Validation().Required("reason", command.Reason, 1000)
            .Require(command.Outcome is DisclosureOutcome.Compliant or DisclosureOutcome.NotCompliant, "outcome",
                "A manager decides that it complies or that it does not.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (deliverable.Check is not { Verdict.Outcome: DisclosureOutcome.Unclear } check)
            return new Refusal(RefusalCode.DisclosureIsClear,
                $"The verdict is {deliverable.Check?.Verdict.Outcome.Words()}; only an unclear one is decided by hand.", "deliverableId");
        var reason = command.Reason.Trim();
        return deliverable.DisclosureDecision is { } decided && (decided.Outcome, decided.Reason) == (command.Outcome, reason)
            ? Decision.Nothing
            : Decision.Accept(new DisclosureDecided(deliverable.Number, deliverable.Kind, check.Check, command.Outcome, reason));
    });

    public Decision Verify(VerifyDeliverable command) => Of(command.Deliverable, DeliverableStatus.Verified, deliverable =>
    {
        var validation = new Validation().Text("note", command.Note, 1000).Text("overrideReason", command.OverrideReason, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var breaks = deliverable.DisclosureOutcome == DisclosureOutcome.NotCompliant;
        if (breaks && string.IsNullOrWhiteSpace(command.OverrideReason))
            return new Refusal(RefusalCode.DisclosureNotCompliant,
                "The post does not mark advertising as the law wants it. Have its text corrected and record the change, or say in overrideReason why it is verified all the same.", "deliverableId");
        return Decision.Accept(new DeliverableVerified(deliverable.Number, deliverable.Kind, command.Note, breaks ? command.OverrideReason!.Trim() : null));
    });

    /// <param name="kept">The figures that are recorded for this instant; null when there are none.</param>
    public Decision Record(RecordDeliverableMetrics command, DeliverableFigures? kept, DateTimeOffset now) => OfPost(command.Deliverable, (deliverable, _) =>
    {
        var validation = new Validation().Instant("takenAt", command.TakenAt, EarliestPost, now.AddDays(1));
        command.Figures.Check(validation);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (kept is not null)
            return kept == command.Figures
                ? Decision.Nothing
                : new Refusal(RefusalCode.MetricsRecorded, "Other figures are recorded for this very instant. Say when these were true.", "takenAt");
        return Decision.Accept(new DeliverableMetricsRecorded(deliverable.Number, deliverable.Kind, command.Figures, Microseconds.Floor(command.TakenAt ?? now)));
    });

    private Decision OfPost(string number, Func<Deliverable, PublishedPost, Decision> decide) => Of(number, deliverable => deliverable is { Post: { } post }
        ? decide(deliverable, post)
        : new Refusal(RefusalCode.IllegalDeliverableStatus, $"Deliverable {number} is {deliverable.Status.Words()}: there is no post yet.", "deliverableId"));

    // Whatever becomes of the text, its check is in the same commit.
    private static Decision Checked(IEvent change, Deliverable after, string? country, ImmutableArray<Consideration> considerations, DateTimeOffset now)
    {
        var (post, validation) = (after.Post!, new Validation());
        validation.Required("url", post.Url, 2048).Instant("publishedAt", post.PublishedAt, EarliestPost, now.AddDays(1)).Count("texts", post.Texts);
        for (var i = 0; i < post.Texts.Length && i < Validation.ListLength; i++) validation.Text($"texts.{i}", post.Texts[i]);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var check = Check(after, country, considerations);
        return check.IsRefused ? check : Decision.Accept([change, .. check.Events]);
    }

    // The same text under the same rules has the same verdict, so that is no news.
    private static Decision Check(Deliverable deliverable, string? country, ImmutableArray<Consideration> considerations)
    {
        if (country is null) return new Refusal(RefusalCode.Required, "Say whose rules count: the influencer's country is not known.", "country");
        var (post, last) = (deliverable.Post!, deliverable.Check);
        var verdict = DisclosureRules.Check(new Publication(country, post.Day, deliverable.Kind, considerations, post.PlatformLabel, post.Texts));
        var check = new DisclosureChecked(deliverable.Number, deliverable.Kind, (last?.Check ?? 0) + 1, considerations, post.PlatformLabel, post.Texts, verdict);
        return last is not null && CrmJson.Write(last with { Check = check.Check }) == CrmJson.Write(check) ? Decision.Nothing : Decision.Accept(check);
    }

    private static PublishedPost Tidy(PublishedPost post) => post with { Url = post.Url.Trim(), PublishedAt = Microseconds.Floor(post.PublishedAt) };
}
