using System.Text.Json;
using System.Text.Json.Nodes;
using CreatorCRM.Campaigns;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Sales;
using CreatorCRM.Sequences;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Shipments;

namespace CreatorCRM.Server.Webhooks;

/// <summary>
/// Entities as receivers see them: the fields that the API's type has by itself, so that both show the same, and the lists that belong to the entity.
/// What the API finds in other entities is an id here.
/// </summary>
internal static class WebhookEntities
{
    /// <summary>Null for an entity that does not exist yet.</summary>
    public static JsonObject? Of(IReadOnlyList<IRow> rows) => rows.Select(row => row switch
    {
        InfluencerRow influencer => Json(
            new Api.Influencer(influencer),
            ("niches", rows.OfType<InfluencerNicheRow>().OrderBy(niche => niche.Ordinal).Select(niche => niche.Name)),
            ("tags", rows.OfType<InfluencerTagRow>().OrderBy(tag => tag.Ordinal).Select(tag => tag.Name)),
            ("accounts", rows.OfType<AccountRow>().Select(account => new Api.Account(account)))),
        CampaignRow campaign => Json(new Api.Campaign(campaign)),
        PartnershipRow partnership => Json(
            new Api.Partnership(partnership),
            ("influencerId", NodeId.Of<Api.Influencer>(partnership.InfluencerId)),
            ("campaignId", NodeId.Of<Api.Campaign>(partnership.CampaignId)),
            ("offers", rows.OfType<OfferRow>().Select(offer => new Api.Offer(offer))),
            ("contracts", rows.OfType<ContractRow>().Select(contract => new Api.Contract(contract))),
            ("deliverables", rows.OfType<DeliverableRow>().Select(deliverable => new Api.Deliverable(deliverable))),
            ("followUps", rows.OfType<FollowUpRow>().Select(followUp => new Api.FollowUp(followUp))),
            ("payouts", rows.OfType<PayoutRow>().Select(payout => new Api.Payout(payout))),
            ("shipments", rows.OfType<ShipmentRow>().Select(shipment => new Api.Shipment(shipment))),
            ("sequenceRuns", rows.OfType<SequenceRunRow>().Select(run => new Api.SequenceRun(run)))),
        SequenceRow sequence => Json(new Api.Sequence(sequence), ("steps", Steps(sequence))),
        _ => null,
    }).FirstOrDefault(shown => shown is not null);

    /// <summary>With its type, since an event may record several kinds; null for what the API shows as part of something else.</summary>
    public static JsonObject? Recorded(IRow row) => row switch
    {
        OutreachMessageRow message => Typed(new Api.OutreachMessage(message)),
        SaleRow sale => Typed(new Api.Sale(sale)),
        SaleReversalRow reversal => Typed(new Api.SaleReversal(reversal), ("saleId", NodeId.Of<Api.Sale>(reversal.SaleId))),
        DeliverableMetricsRow metrics => Typed(new Api.DeliverableMetrics(metrics.Id, metrics.Figures(), metrics.TakenAt),
            ("deliverableId", NodeId.Of<Api.Deliverable>(metrics.DeliverableId))),
        DisclosureCheckRow check => Typed(new Api.DisclosureCheck(check), ("deliverableId", NodeId.Of<Api.Deliverable>(check.DeliverableId))),
        MetricSnapshotRow snapshot => Typed(new Api.MetricSnapshot(snapshot), ("accountId", NodeId.Of<Api.Account>(snapshot.AccountId))),
        _ => null,
    };

    public static NodeId NodeOf(Subject subject) => subject.Kind switch
    {
        var kind when kind == Influencer.Kind => NodeId.Of<Api.Influencer>(subject.Id),
        var kind when kind == Campaign.Kind => NodeId.Of<Api.Campaign>(subject.Id),
        var kind when kind == Partnership.Kind => NodeId.Of<Api.Partnership>(subject.Id),
        var kind when kind == Sequence.Kind => NodeId.Of<Api.Sequence>(subject.Id),
        _ => throw new InvalidOperationException($"{subject} has no type in the API."),
    };

    private static IEnumerable<object> Steps(SequenceRow sequence) => CrmJson.Read<List<SequenceStep>>(sequence.Steps).Select((step, i) => new
    {
        Number = i + 1,
        step.WaitDays,
        step.Channel,
        TemplateId = step.Template is { } template ? NodeId.Of<Api.MessageTemplate>(template) : (NodeId?)null,
        step.Task,
    });

    private static JsonObject Typed<T>(T recorded, params ReadOnlySpan<(string Name, object Value)> owner)
    {
        var json = Json(recorded, owner);
        json.Insert(0, "type", typeof(T).Name);
        return json;
    }

    private static JsonObject Json<T>(T entity, params ReadOnlySpan<(string Name, object Value)> lists)
    {
        var json = JsonSerializer.SerializeToNode(entity, WebhookJson.Options)!.AsObject();
        foreach (var (name, value) in lists) json[name] = JsonSerializer.SerializeToNode(value, WebhookJson.Options);
        return json;
    }
}
