using System.Reflection;
using CreatorCRM.History;
using CreatorCRM.Journal;
using CreatorCRM.Storage;

namespace CreatorCRM.Tests.History;

/// <summary>Whatever a row says of an influencer, a campaign or a partnership is told as a change, or stands here with the reason why it is not.</summary>
public sealed class RowFieldsTests
{
    private const string InPath = "it is in the path", InEvent = "the event tells", Follows = "it follows from other fields", Fixed = "it never changes";

    private static readonly Dictionary<string, string> OfAll = new()
    {
        ["Workspace"] = Fixed,
        ["Id"] = InPath,
        ["Number"] = InPath,
        ["PartnershipId"] = Fixed,
        ["CampaignId"] = Fixed,
        ["Version"] = Follows,
        ["CreatedAt"] = InEvent,
        ["UpdatedAt"] = InEvent,
        ["SortName"] = Follows,
        ["SearchText"] = Follows,
    };

    private static readonly (string Reason, string[] Fields)[] OfSome =
    [
        (Follows, ["InfluencerRow.Followers", "InfluencerRow.EngagementRate", "InfluencerRow.EngagementFormula", "InfluencerRow.DoNotContact",
            "AccountRow.HandleKey", "PartnershipRow.FirstContactAt", "PartnershipRow.LastContactAt", "PartnershipRow.ContractedAt",
            "PartnershipRow.ContractEndsOn", "PartnershipRow.Replies", "PartnershipRow.ReplySeconds", "PartnershipRow.DeliverablesDue",
            "PartnershipRow.DeliverablesOnTime", "PartnershipRow.Results", "PartnershipRow.ResultPoints", "PartnershipRow.Marks", "PartnershipRow.MarkPoints",
            "PartnershipRow.CostBasis", "ContractRow.DueOn", "DeliverableRow.GivenUp"]),
        (InEvent, ["InfluencerRow.ManualStageSince", "PartnershipRow.StageSince", "AcknowledgedBrief.RecordedBy", "OfferRow.ProposedAt",
            "ContractRow.DraftedAt", "DisclosureDecision.DecidedBy", "DisclosureDecision.DecidedAt", "DraftRow.SubmittedBy", "DraftRow.SubmittedAt",
            "ReviewRow.ReviewedBy", "ReviewRow.ReviewedAt", "OutreachMessageRow.LoggedBy", "PayoutRow.ProposedBy", "PayoutRow.ProposedAt",
            "SequenceRunRow.StartedBy", "SequenceRunRow.StartedAt", "SequenceRunRow.EndedAt"]),
        (InPath, ["MetricSnapshotRow.AccountId", "DraftRow.DeliverableId", "ReviewRow.DeliverableId", "DisclosureCheckRow.DeliverableId",
            "DeliverableMetricsRow.DeliverableId", "SaleReversalRow.SaleId"]),
        ("whose it is, is whose changes are asked for", ["AccountRow.InfluencerId", "InfluencerNicheRow.InfluencerId", "InfluencerTagRow.InfluencerId"]),
        ("the partnership's influencer tells", ["PartnershipRow.MergedFrom", "PartnershipRow.MergeId", "DeliverableRow.InfluencerId", "PayoutRow.InfluencerId",
            "SequenceRunRow.InfluencerId"]),
        ("the history of its figures tells", ["DeliverableRow.Impressions", "DeliverableRow.Reach", "DeliverableRow.Likes", "DeliverableRow.Comments",
            "DeliverableRow.Shares", "DeliverableRow.Saves", "DeliverableRow.Views", "DeliverableRow.LinkClicks", "DeliverableRow.MetricsTakenAt"]),
        ("the verdict stands for what it is made of", ["DisclosureCheckRow.Evidence"]),
        ("its name stands for it", ["SequenceRunRow.SequenceId"]),
    ];

    [Fact]
    public void Every_property_has_a_path_or_a_reason_to_have_none()
    {
        var told = ReadModel.RowTypes.Where(HasPaths).ToList();
        told.Count.ShouldBeGreaterThan(15);
        var untold = told.SelectMany(type => Untold(RowSamples.Of(type, 0), RowSamples.Of(type, 1), row => Text(RowFields.All((IRow)row)))).ToList();

        untold.Where(field => !OfAll.ContainsKey(field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..])).Distinct()
            .ShouldBe(OfSome.SelectMany(some => some.Fields), ignoreOrder: true);
    }

    // Rows of other aggregates have none, and of some that say once more what others do.
    private static bool HasPaths(Type type)
    {
        try
        {
            return RowFields.All(RowSamples.Of(type, 0)).Any();
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The properties that may be another without a change of what is told.</summary>
    private static IEnumerable<string> Untold(object sample, object other, Func<object, string> tell)
    {
        var type = sample.GetType();
        foreach (var property in type.GetProperties().Where(one => one.CanWrite && !one.IsDefined(typeof(KeptByTriggersAttribute))))
        {
            if (tell(With(sample, property, property.GetValue(other))) == tell(sample)) yield return $"{type.Name}.{property.Name}";
            // What a column holds as JSON has properties of its own.
            if (RowSamples.Inside(type, property, 0) is { } inside)
                foreach (var field in Untold(inside, RowSamples.Inside(type, property, 1)!, value => tell(With(sample, property, CrmJson.Write(value)))))
                    yield return field;
        }
    }

    private static object With(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static string Text(IEnumerable<(string Path, string? Value)> fields) => string.Join('\n', fields.Select(field => $"{field.Path}={field.Value}"));
}
