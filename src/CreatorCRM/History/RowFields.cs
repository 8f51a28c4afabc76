using CreatorCRM.Campaigns;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Influencers;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Sales;
using CreatorCRM.Sequences;
using CreatorCRM.Shipments;
using CreatorCRM.Tasks;
using static CreatorCRM.History.Fields;

namespace CreatorCRM.History;

/// <summary>
/// The fields of each row by their paths, which clients rely on: a path never changes its meaning. A part stands under its list and number, such as
/// <c>offers.2.status</c>. What follows from other fields, and what never changes, is left out.
/// </summary>
internal static class RowFields
{
    public static IEnumerable<(string Path, string? Value)> All(IRow row) => row switch
    {
        InfluencerRow one => OfInfluencer(one),
        AccountRow one => OfAccount(one).Select(field => ($"accounts.{one.Number}.{field.Path}", field.Value)),
        MetricSnapshotRow one => Under("metricSnapshots", one.Id, [("followers", Of(one.Followers)), ("takenAt", Of(one.TakenAt))]),
        InfluencerNicheRow one => [($"niches.{one.Name}", $"{one.Ordinal + 1}")],
        InfluencerTagRow one => [($"tags.{one.Name}", $"{one.Ordinal + 1}")],
        CampaignRow one => OfCampaign(one),
        PartnershipRow one => OfPartnership(one),
        OfferRow one => Under("offers", one.Id,
            [("by", Of(one.By)), ("status", Of(one.Status)), ("compensation", Of(Read<List<CompensationComponent>>(one.Compensation))), ("note", one.Note),
                ("closedAt", Of(one.ClosedAt))]),
        ContractRow one => Under("contracts", one.Id, OfContract(one)),
        DeliverableRow one => Under("deliverables", one.Id, OfDeliverable(one)),
        DraftRow one => Under("reviews", one.Id, [("url", one.Url), ("text", one.Text), ("note", one.Note)]),
        ReviewRow one => Under("reviews", one.Id, [("approved", Of(one.Approved)), ("answer", one.Note)]),
        DisclosureCheckRow one => Under("disclosureChecks", one.Id, [("outcome", Of(one.Outcome)), ("checkedAt", Of(one.CheckedAt))]),
        DeliverableMetricsRow one => Under("metricHistory", one.Id, OfMetrics(one.Figures(), one.TakenAt)),
        ShipmentRow one => Under("shipments", one.Id,
            [("status", Of(one.Status)), ("address", one.Address), ("note", one.Note), ("carrier", one.Carrier), ("trackingNumber", one.TrackingNumber),
                ("trackingUrl", one.TrackingUrl),
                ("shippedAt", Of(one.ShippedAt)), ("closedAt", Of(one.ClosedAt)), ("closingNote", one.ClosingNote)]),
        FollowUpRow one => Under("followUps", one.Id, [("dueAt", Of(one.DueAt)), ("note", one.Note), ("doneAt", Of(one.DoneAt))]),
        OutreachMessageRow one =>
            Under("outreach", one.Id, [("direction", Of(one.Direction)), ("channel", Of(one.Channel)), ("subject", one.Subject),
                ("occurredAt", Of(one.OccurredAt))]),
        SaleRow one => Under("sales", one.Id, [("orderNumber", one.OrderNumber), ("amount", Of(one.AmountMinor, one.Currency)), ("buyer", Of(one.Buyer))]),
        SaleReversalRow one => Under("reversals", one.Id, [("amount", Of(one.AmountMinor, one.Currency)), ("reason", one.Reason)]),
        PayoutRow one => Under("payouts", one.Id, OfPayout(one)),
        SequenceRunRow one => Under("sequenceRuns", one.Id,
            [("name", one.Name), ("status", Of(one.Status)), ("stopReason", Of(one.StopReason)), ("stopNote", one.StopNote), ("nextStep", Of(one.NextStep)),
                ("nextDueAt", Of(one.NextDueAt))]),
        // They say once more what other rows say.
        TaskRow or ContractTextRow or ContractExclusivityRow or ContractEngagementRow or UsageRightRow or BriefVersionRow => [],
        _ => throw new InvalidOperationException($"The changes of {row.GetType().Name} have no paths."),
    };

    // Its number stands behind the last point of its id.
    private static IEnumerable<(string Path, string? Value)> Under(string list, string id, IEnumerable<(string Path, string? Value)> fields) =>
        fields.Select(field => ($"{list}.{id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..]}.{field.Path}", field.Value));

    private static (string Path, string? Value)[] OfInfluencer(InfluencerRow row) =>
    [
        ("displayName", row.DisplayName), ("tier", Of(row.Tier)), ("country", row.Country), ("agency", row.Agency), ("owner", row.Owner), ("notes", row.Notes),
        ("isCustomer", Of(row.IsCustomer)), ("isMinor", Of(row.IsMinor)),
        ("doNotContact.reason", row.DoNotContactReason), ("doNotContact.since", Of(row.DoNotContactSince)),
        ("languages", Of(Read<List<string>>(row.Languages))),
        ("contactPoints", Of(Read<List<ContactPoint>>(row.ContactPoints)
            .Select(point => $"{Of(point.Kind)} {point.Value}{(point.Label is null ? "" : $" ({point.Label})")}"))),
        ("relationship.manualStage.stage", Of(row.ManualStage)), ("relationship.manualStage.reason", row.ManualStageReason),
    ];

    private static (string Path, string? Value)[] OfAccount(AccountRow row) =>
    [
        ("platform", Of(row.Platform)), ("handle", row.Handle), ("url", row.Url), ("followers", Of(row.Followers)), ("averageLikes", Of(row.AverageLikes)),
        ("averageComments", Of(row.AverageComments)), ("averageViews", Of(row.AverageViews)), ("averageShares", Of(row.AverageShares)),
        ("postsPerWeek", Of(row.PostsPerWeek)), ("engagementRate.value", Of(row.EngagementRate)), ("engagementRate.formula", Of(row.EngagementFormula)),
        ("metricsTakenAt", Of(row.MetricsTakenAt)),
    ];

    private static IEnumerable<(string Path, string? Value)> OfCampaign(CampaignRow row)
    {
        (string, string?)[] fields =
        [
            ("name", row.Name), ("brand", row.Brand), ("product", row.Product), ("status", Of(row.Status)), ("budget", Of(row.BudgetMinor, row.BudgetCurrency)),
            ("startsOn", Of(row.StartsOn)), ("endsOn", Of(row.EndsOn)), ("owner", row.Owner),
            ("goals", Of(Read<List<CampaignGoal>>(row.Goals).Select(goal => $"{Of(goal.Kind)} {goal.Target}"))),
            ("channels", Of(Read<List<CampaignChannel>>(row.Channels).Select(channel =>
                $"{Of(channel.Platform)}{(channel.Formats.IsEmpty ? "" : $" ({Of(channel.Formats.Select(format => Of(format)))})")}{(channel.Rules is null ? "" : $": {channel.Rules}")}"))),
            ("landingPages", Of(Read<List<string>>(row.LandingPages))),
        ];
        return row.Brief is { } brief ? fields.Concat(OfBrief(row.BriefVersion, Read<Brief>(brief))) : fields;
    }

    private static (string Path, string? Value)[] OfBrief(int version, Brief brief) =>
    [
        ("brief.version", Of(version)), ("brief.goals", brief.Goals), ("brief.productInformation", brief.ProductInformation),
        ("brief.assets", Of(brief.Assets)),
        ("brief.mustSay", Of(brief.MustSay)), ("brief.mustNotSay", Of(brief.MustNotSay)), ("brief.creativeFreedom", brief.CreativeFreedom),
        ("brief.hashtags", Of(brief.Hashtags)), ("brief.disclosures", Of(brief.Disclosures.Select(duty => $"{duty.Country}: {duty.Text}"))),
        ("brief.publicationWindow", Of(brief.PublicationWindow)), ("brief.reportingDuties", brief.ReportingDuties),
    ];

    private static (string Path, string? Value)[] OfPartnership(PartnershipRow row)
    {
        (string, string?)[] fields =
        [
            ("owner", row.Owner), ("stage", Of(row.Stage)), ("stageIsManual", Of(row.StageIsManual)), ("lastOutreachAt", Of(row.LastOutreachAt)),
            ("lastReplyAt", Of(row.LastReplyAt)), ("nextFollowUpAt", Of(row.NextFollowUpAt)), ("contractStatus", Of(row.ContractStatus)),
            ("cost.committed", Of(row.CommittedMinor, row.CostCurrency)), ("cost.earned", Of(row.EarnedMinor, row.CostCurrency)),
            ("cost.paid", Of(row.PaidMinor, row.CostCurrency)),
            ("decline.by", Of(row.DeclinedBy)), ("decline.reason", Of(row.DeclineReason)), ("decline.note", row.DeclineNote),
        ];
        if (row.Rating is null) return fields;
        var rating = Read<Relationships.Rating>(row.Rating);
        return [.. fields, ("rating.reliability", Of(rating.Reliability)), ("rating.quality", Of(rating.Quality)),
            ("rating.communication", Of(rating.Communication)), ("rating.note", rating.Note)];
    }

    private static (string Path, string? Value)[] OfDeliverable(DeliverableRow row) =>
    [
        ("kind", Of(row.Kind)), ("status", Of(row.Status)), ("dueOn", Of(row.DueOn)), ("note", row.Note), ("post.url", row.PostUrl),
        ("post.texts", row.PostTexts is { } texts ? Of(Read<List<string>>(texts)) : null), ("post.publishedAt", Of(row.PublishedAt)),
        ("disclosureOutcome", Of(row.DisclosureOutcome)),
        ("verification.verifiedBy", row.VerifiedBy), ("verification.note", row.VerificationNote), ("verification.overrideReason", row.OverrideReason),
        ("cancelReason", row.CancelReason),
    ];

    private static (string Path, string? Value)[] OfMetrics(DeliverableFigures figures, DateTimeOffset takenAt) =>
    [
        ("takenAt", Of(takenAt)), ("impressions", Of(figures.Impressions)), ("reach", Of(figures.Reach)), ("likes", Of(figures.Likes)),
        ("comments", Of(figures.Comments)),
        ("shares", Of(figures.Shares)), ("saves", Of(figures.Saves)), ("views", Of(figures.Views)), ("linkClicks", Of(figures.LinkClicks)),
    ];

    private static (string Path, string? Value)[] OfContract(ContractRow row)
    {
        var terms = Read<ContractTerms>(row.Terms);
        return
        [
            ("status", Of(row.Status)), ("sentAt", Of(row.SentAt)), ("reason", row.Reason),
            ("signatures", Of(Read<List<Signature>>(row.Signatures).Select(given => $"{Of(given.Party)} {given.SignedBy}"))),
            ("terms.deliverables", Of(terms.Deliverables.Select(owed => $"{owed.Quantity} x {Of(owed.Kind)}{(owed.DueOn is null ? "" : $" by {Of(owed.DueOn)}")}"))),
            ("terms.compensation", Of(terms.Compensation)),
            ("terms.usageRights", Of(terms.UsageRights.Select(right => $"{right.Asset} {Of(right.Period)}"))),
            ("terms.exclusivities", Of(terms.Exclusivities.Select(promise => $"{promise.Category} {Of(promise.Period)}"))),
            ("terms.disclosureDuty", terms.DisclosureDuty), ("terms.reportWithinDays", Of(terms.ReportWithinDays)), ("terms.noticeDays", Of(terms.NoticeDays)),
            ("terms.term", Of(terms.Term)), ("terms.furtherTerms", terms.FurtherTerms),
        ];
    }

    private static (string Path, string? Value)[] OfPayout(PayoutRow row) =>
    [
        ("status", Of(row.Status)), ("amount", Of(row.AmountMinor, row.Currency)), ("transfer", Of(row.TransferMinor, row.TransferCurrency)),
        ("invoiceNumber", row.InvoiceNumber),
        ("dueOn", Of(row.DueOn)), ("advanceReason", row.AdvanceReason), ("approvedBy", row.ApprovedBy), ("paidOn", Of(row.PaidOn)),
        ("reference", row.Reference), ("cancelReason", row.CancelReason),
    ];
}
