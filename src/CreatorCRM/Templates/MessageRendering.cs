using System.Collections.Immutable;
using CreatorCRM.Campaigns;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Templates;

/// <summary>A message as it would go out.</summary>
/// <param name="Missing">The placeholders without a value, in the order of the alphabet; they are left out of the text.</param>
public sealed record RenderedMessage(string TemplateId, int TextVersion, string? Subject, string Body, ImmutableArray<string> Missing);

/// <summary>Puts what is known of a partnership into a template's text.</summary>
public sealed class MessageRendering(MessageTemplateQueries templates, PartnershipQueries partnerships, InfluencerQueries influencers, CampaignQueries campaigns)
{
    /// <summary>A message to log, with an id of a template that is in use, for a partnership that exists.</summary>
    public async Task<(RenderedMessage? Message, Refusal? Refusal)> Render(string workspace, string templateId, string partnershipId, CancellationToken cancel)
    {
        if ((await templates.ByIds(workspace, [templateId], cancel)).GetValueOrDefault(templateId) is not { } template) return (null, Refusal.NotFound("message template", "templateId"));
        if (template.ArchivedAt is not null) return (null, new Refusal(RefusalCode.Archived, "This template is archived. Take it back before you use it.", "templateId"));
        return await Source(workspace, partnershipId, cancel) is { } source ? (Render(template, source), null) : (null, Refusal.NotFound("partnership", "partnershipId"));
    }

    /// <summary>Null when there is no such template or partnership. An archived template can be looked at.</summary>
    public async Task<RenderedMessage?> Preview(string workspace, string templateId, string partnershipId, CancellationToken cancel) =>
        (await templates.ByIds(workspace, [templateId], cancel)).GetValueOrDefault(templateId) is { } template && await Source(workspace, partnershipId, cancel) is { } source
            ? Render(template, source)
            : null;

    private static RenderedMessage Render(MessageTemplateRow template, PlaceholderSource source)
    {
        var (values, missing) = (Placeholders.Values(source), new SortedSet<string>(StringComparer.Ordinal));
        var subject = template.Subject is { } text ? TemplateText.Parse(text).Render(values, missing) : null;
        var body = TemplateText.Parse(template.Body).Render(values, missing);
        return new RenderedMessage(template.Id, template.TextVersion, subject, body, [.. missing]);
    }

    private async Task<PlaceholderSource?> Source(string workspace, string partnershipId, CancellationToken cancel)
    {
        if ((await partnerships.ByIds(workspace, [partnershipId], cancel)).GetValueOrDefault(partnershipId) is not { } partnership) return null;
        var influencer = (await influencers.ByIds(workspace, [partnership.InfluencerId], cancel)).Single();
        var campaign = (await campaigns.ByIds(workspace, [partnership.CampaignId], cancel))[partnership.CampaignId];
        var accounts = (await influencers.AccountsOf(workspace, [influencer.Id], cancel))[influencer.Id];
        return new PlaceholderSource(partnership, influencer, campaign, accounts.MaxBy(account => account.Followers ?? -1));
    }
}
