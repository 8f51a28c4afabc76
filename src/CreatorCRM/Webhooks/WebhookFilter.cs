using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Webhooks;

/// <summary>Which deliveries. All tests that are set must hold.</summary>
public sealed class WebhookDeliveryFilter : Filter<WebhookDeliveryFilter>
{
    internal static FilterMap<WebhookDeliveryFilter, WebhookDeliveryRow> Map { get; } = new FilterMap<WebhookDeliveryFilter, WebhookDeliveryRow>()
        .Field(filter => filter.Status, row => row.Status)
        .Field(filter => filter.Kind, row => row.Kind);

    /// <summary>Where it stands.</summary>
    public EnumFilter<WebhookDeliveryStatus>? Status { get; set; }

    /// <summary>The kind of event, such as `influencer.created`.</summary>
    public StringFilter? Kind { get; set; }
}
