using System.Collections.Immutable;

namespace CreatorCRM.Campaigns;

/// <summary>What a campaign's commands come to. Pure: state and command in, events or refusals out.</summary>
public partial record Campaign
{
    /// <summary>From which status a campaign may go where.</summary>
    public static ImmutableDictionary<CampaignStatus, ImmutableArray<CampaignStatus>> Moves { get; } = new Dictionary<CampaignStatus, ImmutableArray<CampaignStatus>>
    {
        [CampaignStatus.Draft] = [CampaignStatus.Active, CampaignStatus.Cancelled],
        [CampaignStatus.Active] = [CampaignStatus.Draft, CampaignStatus.Completed, CampaignStatus.Cancelled],
        [CampaignStatus.Completed] = [CampaignStatus.Active],
        [CampaignStatus.Cancelled] = [CampaignStatus.Draft],
    }.ToImmutableDictionary();

    public Decision Create(CreateCampaign command)
    {
        if (Exists) return new Refusal(RefusalCode.Invalid, "This campaign exists already.");
        var details = Tidy(command.Details) with { Name = null };
        var validation = new Validation().Required("name", command.Name);
        Check(validation, details);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept([new CampaignCreated(command.Name.Trim()), .. Changing(details)]);
    }

    public Decision Update(CampaignChanges command)
    {
        if (!Exists) return Refusal.NotFound("campaign", "campaignId");
        var validation = new Validation();
        if (command.Name is not null) validation.Required("name", command.Name);
        var changes = Tidy(command);
        Check(validation, changes);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept([.. Changing(changes)]);
    }

    private IEnumerable<IEvent> Changing(CampaignChanges command)
    {
        if (OnlyNew(command) is { } changes) yield return new CampaignUpdated(changes);
        if (command.Brief is { } brief && CrmJson.Write(brief) != CrmJson.Write(Brief)) yield return new BriefRevised(BriefVersion + 1, brief);
        if (command.Status is { } status && status != Status) yield return new CampaignStatusChanged(Status, status);
    }

    private void Check(Validation validation, CampaignChanges changes)
    {
        validation.Text("brand", changes.Brand?.Value, Validation.NameLength).Text("product", changes.Product?.Value, Validation.NameLength);
        validation.Text("owner", changes.Owner?.Value, Validation.NameLength).Money("budget", changes.Budget?.Value)
            .Texts("landingPages", changes.LandingPages ?? [], 2000);
        var period = new PeriodOfDays(changes.StartsOn is { } start ? start.Value : StartsOn, changes.EndsOn is { } end ? end.Value : EndsOn);
        validation.Require(period.IsPlausibleAndInOrder, "endsOn", "A campaign ends on or after the day it starts, in this century or the next.");
        var goals = changes.Goals ?? [];
        validation.Count("goals", goals, 20);
        for (var i = 0; i < goals.Length; i++) validation.Require(goals[i].Target > 0, $"goals.{i}.target", "A target is a whole number above zero.");
        validation.Require(goals.DistinctBy(goal => goal.Kind).Count() == goals.Length, "goals", "Each kind of goal may be named once.");
        var channels = changes.Channels ?? [];
        validation.Count("channels", channels, 20);
        for (var i = 0; i < channels.Length; i++) validation.Text($"channels.{i}.rules", channels[i].Rules);
        if (changes.Status is { } to && to != Status)
            validation.Add(Moves[Status].Contains(to) ? null : new Refusal(RefusalCode.IllegalStage,
                $"A campaign that is {Status.Words()} cannot become {to.Words()}; it can become {string.Join(" or ", Moves[Status].Select(status => status.Words()))}.", "status"));
        if (changes.Brief is { } brief) Check(validation, brief);
    }

    private static void Check(Validation validation, Brief brief)
    {
        validation.Text("brief.goals", brief.Goals).Text("brief.productInformation", brief.ProductInformation)
            .Text("brief.creativeFreedom", brief.CreativeFreedom)
            .Text("brief.reportingDuties", brief.ReportingDuties).Texts("brief.assets", brief.Assets, 2000).Texts("brief.mustSay", brief.MustSay, 1000)
            .Texts("brief.mustNotSay", brief.MustNotSay, 1000).Texts("brief.hashtags", brief.Hashtags).Count("brief.disclosures", brief.Disclosures);
        for (var i = 0; i < brief.Disclosures.Length && i < Validation.ListLength; i++) validation.Required($"brief.disclosures.{i}.text",
            brief.Disclosures[i].Text);
        validation.Require(brief.PublicationWindow is null or { IsPlausibleAndInOrder: true }, "brief.publicationWindow",
            "The window ends on or after the day it opens.");
    }

    private static CampaignChanges Tidy(CampaignChanges changes) => changes with
    {
        Name = changes.Name?.Trim(),
        Brand = Tidy(changes.Brand),
        Product = Tidy(changes.Product),
        Owner = Tidy(changes.Owner),
    };

    private static Change<string?>? Tidy(Change<string?>? change) =>
        change is null ? null : new Change<string?>(string.IsNullOrWhiteSpace(change.Value) ? null : change.Value.Trim());

    private CampaignChanges? OnlyNew(CampaignChanges changes)
    {
        var news = new CampaignChanges
        {
            Name = changes.Name == Name ? null : changes.Name,
            Brand = changes.Brand?.Value == Brand ? null : changes.Brand,
            Product = changes.Product?.Value == Product ? null : changes.Product,
            Budget = changes.Budget?.Value == Budget ? null : changes.Budget,
            StartsOn = changes.StartsOn?.Value == StartsOn ? null : changes.StartsOn,
            EndsOn = changes.EndsOn?.Value == EndsOn ? null : changes.EndsOn,
            Goals = changes.Goals is { } goals && !goals.SequenceEqual(Goals) ? goals : null,
            Channels = changes.Channels is { } channels && CrmJson.Write(channels) != CrmJson.Write(Channels) ? channels : null,
            LandingPages = changes.LandingPages is { } pages && !pages.SequenceEqual(LandingPages) ? pages : null,
            Owner = changes.Owner?.Value == Owner ? null : changes.Owner,
        };
        return news == new CampaignChanges() ? null : news;
    }
}
