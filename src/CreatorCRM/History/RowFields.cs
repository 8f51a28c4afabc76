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
/// The fields of each row by their paths, which clients rely on: a path never changes its meaning. Fields have the names of the API, and a part stands under
/// its list and number, such as <c>offers.2.status</c>. What follows from other fields, and who wrote something and when, is left out: the event tells that.
/// </summary>
public static partial class RowFields
{
    public static IEnumerable<(string Path, string? Value)> All(IRow row) => row switch
    {
        InfluencerRow one => OfInfluencer(one),
        AccountRow one => OfAccount(one).Select(field => ($"accounts.{one.Number}.{field.Path}", field.Value)),
        MetricSnapshotRow one => Under("metricSnapshots", one.Id, OfSnapshot(one)),
        InfluencerNicheRow one => [($"niches.{one.Name}", $"{one.Ordinal + 1}")],
        InfluencerTagRow one => [($"tags.{one.Name}", $"{one.Ordinal + 1}")],
        CampaignRow one => OfCampaign(one),
        PartnershipRow one => OfPartnership(one),
        OfferRow one => Under("offers", one.Id,
            [("by", Of(one.By)), ("status", Of(one.Status)), ("compensation", Of(Read<List<CompensationComponent>>(one.Compensation))), ("note", one.Note),
                ("answers.number", NumberIn(one.Answers)), ("closedAt", Of(one.ClosedAt))]),
        ContractRow one => Under("contracts", one.Id, OfContract(one)),
        DeliverableRow one => Under("deliverables", one.Id, OfDeliverable(one)),
        DraftRow one => Under("reviews", one.Id, [("url", one.Url), ("text", one.Text), ("note", one.Note)]),
        ReviewRow one => Under("reviews", one.Id,
            [("approved", Of(one.Approved)), ("reviewNote", one.Note),
                ("comments", Of(Read<List<ReviewComment>>(one.Comments).Select(said => $"{said.Text}{(said.Place is null ? "" : $" ({said.Place})")}")))]),
        DisclosureCheckRow one => Under("disclosureChecks", one.Id, [("outcome", Of(one.Outcome)), ("checkedAt", Of(one.CheckedAt))]),
        DeliverableMetricsRow one => Under("metricHistory", one.Id, OfMetrics(one.Figures(), one.TakenAt)),
        ShipmentRow one => Under("shipments", one.Id, OfShipment(one)),
        FollowUpRow one => Under("followUps", one.Id,
            [("dueAt", Of(one.DueAt)), ("note", one.Note), ("doneAt", Of(one.DoneAt)), ("dismissedAt", Of(one.DismissedAt))]),
        OutreachMessageRow one => Under("outreach", one.Id, OfMessage(one)),
        SaleRow one => Under("sales", one.Id,
            [("orderNumber", one.OrderNumber), ("amount", Of(one.AmountMinor, one.Currency)), ("buyer", Of(one.Buyer)), ("occurredAt", Of(one.OccurredAt))]),
        SaleReversalRow one => Under("reversals", one.Id,
            [("amount", Of(one.AmountMinor, one.Currency)), ("reason", one.Reason), ("occurredAt", Of(one.OccurredAt))]),
        PayoutRow one => Under("payouts", one.Id, OfPayout(one)),
        SequenceRunRow one => Under("sequenceRuns", one.Id, OfSequence(one)),
        // They say once more what other rows say.
        TaskRow or ContractTextRow or ContractExclusivityRow or ContractEngagementRow or UsageRightRow or BriefVersionRow => [],
        _ => throw new InvalidOperationException($"The changes of {row.GetType().Name} have no paths."),
    };

    // Its number stands behind the last point of its id.
    private static IEnumerable<(string Path, string? Value)> Under(string list, string id, IEnumerable<(string Path, string? Value)> fields) =>
        fields.Select(field => ($"{list}.{id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..]}.{field.Path}", field.Value));

    // What another part is called: the number behind the last point of its id.
    private static string? NumberIn(string? id) => id?[(id.LastIndexOf('.') + 1)..];

    private static (string Path, string? Value)[] OfInfluencer(InfluencerRow row) =>
    [
        ("displayName", row.DisplayName), ("tier", Of(row.Tier)), ("country", row.Country), ("agency", row.Agency), ("owner", row.Owner), ("notes", row.Notes),
        ("isCustomer", Of(row.IsCustomer)), ("isMinor", Of(row.IsMinor)),
        ("doNotContact.reason", row.DoNotContactReason), ("doNotContact.since", Of(row.DoNotContactSince)),
        ("languages", Of(Read<List<string>>(row.Languages))),
        ("contactPoints", Of(Read<List<ContactPoint>>(row.ContactPoints)
            .Select(point => $"{Of(point.Kind)} {point.Value}{(point.Label is null ? "" : $" ({point.Label})")}"))),
        ("relationship.manualStage.stage", Of(row.ManualStage)), ("relationship.manualStage.reason", row.ManualStageReason),
        ("mergedInto.id", row.MergedInto),
    ];

    private static (string Path, string? Value)[] OfAccount(AccountRow row) =>
    [
        ("platform", Of(row.Platform)), ("handle", row.Handle), ("url", row.Url), ("followers", Of(row.Followers)), ("averageLikes", Of(row.AverageLikes)),
        ("averageComments", Of(row.AverageComments)), ("averageViews", Of(row.AverageViews)), ("averageShares", Of(row.AverageShares)),
        ("postsPerWeek", Of(row.PostsPerWeek)), ("engagementRate.value", Of(row.EngagementRate)), ("engagementRate.formula", Of(row.EngagementFormula)),
        ("metricsTakenAt", Of(row.MetricsTakenAt)),
    ];

    private static (string Path, string? Value)[] OfSnapshot(MetricSnapshotRow row) =>
    [
        ("takenAt", Of(row.TakenAt)), ("followers", Of(row.Followers)), ("averageLikes", Of(row.AverageLikes)), ("averageComments", Of(row.AverageComments)),
        ("averageViews", Of(row.AverageViews)), ("averageShares", Of(row.AverageShares)), ("postsPerWeek", Of(row.PostsPerWeek)),
        ("engagementRate.value", Of(row.EngagementRate)), ("engagementRate.formula", Of(row.EngagementFormula)),
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
}
