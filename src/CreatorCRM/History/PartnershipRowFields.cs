using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Sequences;
using CreatorCRM.Shipments;
using static CreatorCRM.History.Fields;

namespace CreatorCRM.History;

public static partial class RowFields
{
    private static IEnumerable<(string Path, string? Value)> OfPartnership(PartnershipRow row)
    {
        (string, string?)[] fields =
        [
            ("owner", row.Owner), ("stage", Of(row.Stage)), ("stageIsManual", Of(row.StageIsManual)), ("lastOutreachAt", Of(row.LastOutreachAt)),
            ("lastReplyAt", Of(row.LastReplyAt)), ("nextFollowUpAt", Of(row.NextFollowUpAt)), ("contractStatus", Of(row.ContractStatus)),
            ("cost.committed", Of(row.CommittedMinor, row.CostCurrency)), ("cost.earned", Of(row.EarnedMinor, row.CostCurrency)),
            ("cost.paid", Of(row.PaidMinor, row.CostCurrency)),
            ("declinedBy", Of(row.DeclinedBy)), ("declineReason", Of(row.DeclineReason)), ("declineNote", row.DeclineNote),
            ("influencer.id", row.InfluencerId),
        ];
        return [.. fields, .. OfRating(row), .. OfBrief(row)];
    }

    private static (string Path, string? Value)[] OfRating(PartnershipRow row)
    {
        if (row.Rating is null) return [];
        var rating = Read<Relationships.Rating>(row.Rating);
        return [("rating.reliability", Of(rating.Reliability)), ("rating.quality", Of(rating.Quality)), ("rating.communication", Of(rating.Communication)),
            ("rating.note", rating.Note)];
    }

    private static (string Path, string? Value)[] OfBrief(PartnershipRow row)
    {
        if (row.AcknowledgedBrief is null) return [];
        var brief = Read<AcknowledgedBrief>(row.AcknowledgedBrief);
        return [("acknowledgedBrief.version", Of(brief.Version)), ("acknowledgedBrief.acknowledgedAt", Of(brief.AcknowledgedAt))];
    }

    private static IEnumerable<(string Path, string? Value)> OfContract(ContractRow row)
    {
        var counter = row.Counter is { } proposed ? Read<CounterProposal>(proposed) : null;
        var notice = row.Termination is { } given ? Read<Termination>(given) : null;
        (string, string?)[] fields =
        [
            ("status", Of(row.Status)), ("sentAt", Of(row.SentAt)), ("viewedAt", Of(row.ViewedAt)), ("offerExpiresOn", Of(row.OfferExpiresOn)),
            ("signatures", Of(Read<List<Signature>>(row.Signatures)
                .Select(given => $"{Of(given.Party)} {given.SignedBy}{(given.Guardian is null ? "" : $" with {given.Guardian}")}"))),
            ("inForceSince", Of(row.InForceSince)), ("endsOn", Of(row.EndsOn)), ("endedOn", Of(row.EndedOn)), ("reason", row.Reason),
            ("isRenewal", Of(row.IsRenewal)), ("amends.number", NumberIn(row.Amends)), ("answers.number", NumberIn(row.Answers)),
            ("replacedBy.number", NumberIn(row.ReplacedBy)), ("exclusivityOverride", row.ExclusivityOverride), ("counter.comments", counter?.Comments),
            ("termination.by", Of(notice?.By)), ("termination.reason", notice?.Reason), ("termination.effectiveOn", Of(notice?.EffectiveOn)),
            ("termination.immediateReason", notice?.Cause),
        ];
        return [.. fields, .. OfTerms("terms", Read<ContractTerms>(row.Terms)), .. counter?.Terms is { } wanted ? OfTerms("counter.terms", wanted) : []];
    }

    private static IEnumerable<(string Path, string? Value)> OfTerms(string path, ContractTerms terms) => new (string Path, string? Value)[]
    {
        ("deliverables", Of(terms.Deliverables.Select(owed => $"{owed.Quantity} x {Of(owed.Kind)}{(owed.DueOn is null ? "" : $" by {Of(owed.DueOn)}")}"))),
        ("compensation", Of(terms.Compensation)),
        ("usageRights", Of(terms.UsageRights.Select(Words))),
        ("exclusivities", Of(terms.Exclusivities.Select(promise => $"{promise.Category}{Among(" for ", promise.Brands)} {Of(promise.Period)}"))),
        ("disclosureDuty", terms.DisclosureDuty), ("reportWithinDays", Of(terms.ReportWithinDays)), ("noticeDays", Of(terms.NoticeDays)),
        ("term", Of(terms.Term)), ("category", terms.Category), ("furtherTerms", terms.FurtherTerms),
    }.Select(field => ($"{path}.{field.Path}", field.Value));

    private static string Words(UsageRight right) =>
        $"{right.Asset}{Among(" on ", right.Channels.Select(channel => Of(channel)))}{(right.Territory is null ? "" : $" in {right.Territory}")} {Of(right.Period)}";

    private static string Among(string before, IEnumerable<string?> names) => string.Join(" and ", names) is { Length: > 0 } all ? $"{before}{all}" : "";

    private static (string Path, string? Value)[] OfDeliverable(DeliverableRow row)
    {
        var decision = row.DisclosureDecision is { } made ? Read<DisclosureDecision>(made) : null;
        return
        [
            ("kind", Of(row.Kind)), ("status", Of(row.Status)), ("dueOn", Of(row.DueOn)), ("note", row.Note), ("post.url", row.PostUrl),
            ("post.texts", row.PostTexts is { } texts ? Of(Read<List<string>>(texts)) : null), ("post.publishedAt", Of(row.PublishedAt)),
            ("post.platformLabel", row.PublishedAt is null ? null : Of(row.PlatformLabel)), ("disclosureOutcome", Of(row.DisclosureOutcome)),
            ("disclosureDecision.outcome", Of(decision?.Outcome)), ("disclosureDecision.reason", decision?.Reason),
            ("verification.verifiedBy", row.VerifiedBy), ("verification.verifiedAt", Of(row.VerifiedAt)), ("verification.note", row.VerificationNote),
            ("verification.overrideReason", row.OverrideReason), ("cancelReason", row.CancelReason),
        ];
    }

    private static (string Path, string? Value)[] OfMetrics(DeliverableFigures figures, DateTimeOffset takenAt) =>
    [
        ("takenAt", Of(takenAt)), ("impressions", Of(figures.Impressions)), ("reach", Of(figures.Reach)), ("likes", Of(figures.Likes)),
        ("comments", Of(figures.Comments)), ("shares", Of(figures.Shares)), ("saves", Of(figures.Saves)), ("views", Of(figures.Views)),
        ("linkClicks", Of(figures.LinkClicks)),
    ];

    private static (string Path, string? Value)[] OfShipment(ShipmentRow row) =>
    [
        ("status", Of(row.Status)), ("address", row.Address), ("note", row.Note), ("carrier", row.Carrier), ("trackingNumber", row.TrackingNumber),
        ("trackingUrl", row.TrackingUrl), ("shippedAt", Of(row.ShippedAt)), ("closedAt", Of(row.ClosedAt)), ("closingNote", row.ClosingNote),
        ("items", Of(Read<List<ShipmentItem>>(row.Items).Select(item => $"{item.Quantity} x {item.Name}{(item.Value is { } value ? $" ({value})" : "")}"))),
    ];

    private static (string Path, string? Value)[] OfMessage(OutreachMessageRow row) =>
    [
        ("direction", Of(row.Direction)), ("channel", Of(row.Channel)), ("subject", row.Subject), ("body", row.Body), ("occurredAt", Of(row.OccurredAt)),
        ("place", row.Place), ("participants", row.Participants is { } people ? Of(Read<List<string>>(people)) : null), ("template.id", row.TemplateId),
        ("templateVersion", Of(row.TemplateVersion)),
    ];

    private static (string Path, string? Value)[] OfPayout(PayoutRow row) =>
    [
        ("status", Of(row.Status)), ("amount", Of(row.AmountMinor, row.Currency)), ("transfer", Of(row.TransferMinor, row.TransferCurrency)),
        ("lines", Of(Read<List<PayoutLine>>(row.Lines).Select(line => $"{line.Amount} for {line.Description}"))),
        ("attempts", Of(Read<List<PayoutAttempt>>(row.Attempts)
            .Select(one => $"{Of(one.Outcome) ?? "under way"}{(one.Note is null ? "" : $" ({one.Note})")}"))),
        ("invoiceNumber", row.InvoiceNumber), ("dueOn", Of(row.DueOn)), ("advanceReason", row.AdvanceReason), ("approvedBy", row.ApprovedBy),
        ("paidOn", Of(row.PaidOn)), ("reference", row.Reference), ("cancelReason", row.CancelReason),
    ];

    private static IEnumerable<(string Path, string? Value)> OfSequence(SequenceRunRow row) =>
    [
        ("name", row.Name), ("status", Of(row.Status)), ("stopReason", Of(row.StopReason)), ("stopNote", row.StopNote),
        ("nextStep.number", Of(row.NextStep)), ("nextStep.dueAt", Of(row.NextDueAt)),
        .. Read<List<SequenceRunStep>>(row.Steps).Select(step => ($"steps.{step.Number}.status", Of(step.Status))),
    ];
}
