using System.Collections.Immutable;
using CreatorCRM.Campaigns;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Templates;

/// <summary>A message as it would go out.</summary>
/// <param name="Missing">The placeholders without a value, in the order of the alphabet; they are left out of the text.</param>
public sealed record RenderedMessage(string TemplateId, int TextVersion, string? Subject, string Body, ImmutableArray<string> Missing);

/// <summary>A message to log: what was written by hand, and the rest from a template.</summary>
/// <param name="TemplateId">Null when the template gave nothing, and below then, too.</param>
/// <param name="Refusal">Why there is no whole text; null when there is.</param>
public sealed record FilledMessage(string? Subject, string? Body, string? TemplateId, int? TextVersion, Refusal? Refusal);

/// <summary>Puts what is known of a partnership into a template's text.</summary>
public sealed class MessageRendering(MessageTemplateQueries templates, PartnershipQueries partnerships, InfluencerQueries influencers,
    CampaignQueries campaigns)
{
    /// <summary>The template has to be in use, and the partnership to exist. Who wrote the body by hand has filled the gaps.</summary>
    public async Task<FilledMessage> Fill(
        string workspace, string templateId, string partnershipId, string? subject, string? body, CancellationToken cancel)
    {
        var (message, refusal) = await Render(workspace, templateId, partnershipId, cancel);
        if (message is null) return new FilledMessage(subject, body, null, null, refusal);
        if (body is null && !message.Missing.IsEmpty)
            refusal = new Refusal(RefusalCode.MissingValues,
                $"There is no {string.Join(" and no ", message.Missing)}. Enter it, give the placeholder a default, or give the body as it was sent.", "templateId");
        return new FilledMessage(subject ?? message.Subject, body ?? message.Body, message.TemplateId, message.TextVersion, refusal);
    }

    private async Task<(RenderedMessage? Message, Refusal? Refusal)> Render(string workspace, string templateId, string partnershipId, CancellationToken cancel)
    {
        if ((await templates.ByIds(workspace, [templateId], cancel)).GetValueOrDefault(templateId) is not { } template)
            return (null, Refusal.NotFound("message template", "templateId"));
        if (template.ArchivedAt is not null)
            return (null, new Refusal(RefusalCode.Archived, "This template is archived. Take it back before you use it.", "templateId"));
        return (await Sources(workspace, [partnershipId], cancel)).GetValueOrDefault(partnershipId) is { } source
            ? (Render(template, source), null)
            : (null, Refusal.NotFound("partnership", "partnershipId"));
    }

    /// <summary>Null when there is no such template or partnership. An archived template can be looked at.</summary>
    public async Task<RenderedMessage?> Preview(string workspace, string templateId, string partnershipId, CancellationToken cancel) =>
        (await Previews(workspace, [(templateId, partnershipId)], cancel)).GetValueOrDefault((templateId, partnershipId));

    /// <summary>The same of many; those without such a template or partnership are left out.</summary>
    public async Task<IReadOnlyDictionary<(string Template, string Partnership), RenderedMessage>> Previews(
        string workspace, IReadOnlyCollection<(string Template, string Partnership)> wanted, CancellationToken cancel)
    {
        var texts = await templates.ByIds(workspace, [.. wanted.Select(one => one.Template).Distinct()], cancel);
        var sources = await Sources(workspace, [.. wanted.Select(one => one.Partnership).Distinct()], cancel);
        return wanted.Where(one => texts.ContainsKey(one.Template) && sources.ContainsKey(one.Partnership))
            .ToDictionary(one => one, one => Render(texts[one.Template], sources[one.Partnership]));
    }

    private static RenderedMessage Render(MessageTemplateRow template, PlaceholderSource source)
    {
        var (values, missing) = (Placeholders.Values(source), new SortedSet<string>(StringComparer.Ordinal));
        var subject = template.Subject is { } text ? TemplateText.Parse(text).Render(values, missing) : null;
        var body = TemplateText.Parse(template.Body).Render(values, missing);
        return new RenderedMessage(template.Id, template.TextVersion, subject, body, [.. missing]);
    }

    private async Task<IReadOnlyDictionary<string, PlaceholderSource>> Sources(string workspace, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        var found = await partnerships.ByIds(workspace, ids, cancel);
        var people = (await influencers.ByIds(workspace, found.Values.Select(partnership => partnership.InfluencerId).Distinct(), cancel))
            .ToDictionary(influencer => influencer.Id);
        var efforts = await campaigns.ByIds(workspace, [.. found.Values.Select(partnership => partnership.CampaignId).Distinct()], cancel);
        var accounts = await influencers.AccountsOf(workspace, people.Keys, cancel);
        return found.ToDictionary(one => one.Key, one => new PlaceholderSource(
            one.Value, people[one.Value.InfluencerId], efforts[one.Value.CampaignId],
            accounts[one.Value.InfluencerId].MaxBy(account => account.Followers ?? -1)));
    }
}
