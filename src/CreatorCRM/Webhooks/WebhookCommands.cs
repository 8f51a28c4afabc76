using System.Collections.Immutable;

namespace CreatorCRM.Webhooks;

/// <summary>A new webhook.</summary>
/// <param name="Kinds">See <see cref="EventKinds"/>; empty for every kind.</param>
/// <param name="Others">How many the workspace has already; <see cref="IWebhooksGrain"/> counts them.</param>
[GenerateSerializer, Immutable, Alias("create-webhook")]
public sealed record CreateWebhook(string Name, string Url, ImmutableArray<string> Kinds, int Others = 0);

/// <summary>New values for a webhook; what is null stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("webhook-changes")]
public sealed record WebhookChanges
{
    [Id(0)] public string? Name { get; init; }
    [Id(1)] public string? Url { get; init; }
    [Id(2)] public ImmutableArray<string>? Kinds { get; init; }
}
