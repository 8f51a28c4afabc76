using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Deliverables;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>A new campaign.</summary>
/// <param name="Name">Up to 200 characters.</param>
/// <param name="Brand">The brand it is for.</param>
/// <param name="Product">The product it is for.</param>
/// <param name="Status">DRAFT when left out.</param>
/// <param name="Budget">What may be spent.</param>
/// <param name="StartsOn">Its first day.</param>
/// <param name="EndsOn">Its last day, on or after the first.</param>
/// <param name="Goals">What it is for, each kind once.</param>
/// <param name="Channels">The platforms it uses.</param>
/// <param name="LandingPages">Where posts lead to.</param>
/// <param name="Owner">Who is in charge of it.</param>
/// <param name="Brief">The first version of what influencers work from.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
public sealed record CreateCampaignInput(
    string Name, string? Brand, string? Product, CampaignStatus? Status, Money? Budget, DateOnly? StartsOn, DateOnly? EndsOn,
    IReadOnlyList<CampaignGoalInput>? Goals,
    IReadOnlyList<CampaignChannelInput>? Channels, IReadOnlyList<Uri>? LandingPages, string? Owner, BriefInput? Brief, string? IdempotencyKey)
{
    internal CampaignChanges Details() => new()
    {
        Brand = new Change<string?>(Brand),
        Product = new Change<string?>(Product),
        Status = Status,
        Budget = new Change<Money?>(Budget),
        StartsOn = new Change<DateOnly?>(StartsOn),
        EndsOn = new Change<DateOnly?>(EndsOn),
        Goals = Goals.ToList(goal => goal.ToGoal()),
        Channels = Channels.ToList(channel => channel.ToChannel()),
        LandingPages = LandingPages.ToList(page => page.OriginalString),
        Owner = new Change<string?>(Owner),
        Brief = Brief?.ToBrief(),
    };
}

/// <summary>New values for a campaign. What is left out stays as it is; null clears what may be absent. Lists are replaced whole.</summary>
/// <param name="Name">Up to 200 characters.</param>
/// <param name="Status">A campaign goes from DRAFT to ACTIVE to COMPLETED and back, and can be CANCELLED and taken up again as DRAFT.</param>
/// <param name="Brief">The next version of what influencers work from.</param>
/// <param name="ExpectedVersion">Refuse when the campaign is at another version.</param>
/// <param name="IdempotencyKey">Repeating a mutation with the same key and input does it once and gives the same answer.</param>
/// <param name="CampaignId">Which campaign.</param>
/// <param name="Brand">The brand it is for.</param>
/// <param name="Product">The product it is for.</param>
/// <param name="Budget">What may be spent.</param>
/// <param name="StartsOn">Its first day.</param>
/// <param name="EndsOn">Its last day, on or after the first.</param>
/// <param name="Goals">What it is for, each kind once.</param>
/// <param name="Channels">The platforms it uses.</param>
/// <param name="LandingPages">Where posts lead to.</param>
/// <param name="Owner">Who is in charge of it.</param>
public sealed record UpdateCampaignInput(
    NodeId<Campaign> CampaignId, string? Name, Optional<string> Brand, Optional<string> Product, CampaignStatus? Status, Optional<Money?> Budget,
    Optional<DateOnly?> StartsOn,
    Optional<DateOnly?> EndsOn, Optional<IReadOnlyList<CampaignGoalInput>> Goals, Optional<IReadOnlyList<CampaignChannelInput>> Channels,
    Optional<IReadOnlyList<Uri>> LandingPages,
    Optional<string> Owner, BriefInput? Brief, int? ExpectedVersion, string? IdempotencyKey)
{
    internal CampaignChanges Changes() => new()
    {
        Name = Name,
        Brand = Brand.ToChange(),
        Product = Product.ToChange(),
        Status = Status,
        Budget = Budget.ToChange(),
        StartsOn = StartsOn.ToChange(),
        EndsOn = EndsOn.ToChange(),
        Goals = Goals.ToList(goal => goal.ToGoal()),
        Channels = Channels.ToList(channel => channel.ToChannel()),
        LandingPages = LandingPages.ToList(page => page.OriginalString),
        Owner = Owner.ToChange(),
        Brief = Brief?.ToBrief(),
    };
}

/// <summary>A goal with its target: orders for SALES, people for REACH, clicks for TRAFFIC, followers for FOLLOWER_GROWTH, pieces for CONTENT.</summary>
/// <param name="Target">Above zero.</param>
/// <param name="Kind">What is to be reached; each kind once.</param>
public sealed record CampaignGoalInput(GoalKind Kind, long Target)
{
    internal Campaigns.CampaignGoal ToGoal() => new(Kind, Target);
}

/// <summary>A platform that the campaign uses.</summary>
/// <param name="Formats">What may be published there; any format when left out.</param>
/// <param name="Rules">What to keep in mind there.</param>
/// <param name="Platform">Which platform.</param>
public sealed record CampaignChannelInput(Influencers.Platform Platform, IReadOnlyList<DeliverableKind>? Formats, string? Rules)
{
    internal Campaigns.CampaignChannel ToChannel() => new(Platform, Formats.ToList(), Rules);
}

/// <summary>What influencers work from, in plain words. It replaces the version before as a whole.</summary>
/// <param name="Goals">What the campaign wants to achieve.</param>
/// <param name="ProductInformation">What to know about the product.</param>
/// <param name="Assets">Pictures, logos and texts to use, as links or descriptions.</param>
/// <param name="MustSay">What must be said.</param>
/// <param name="MustNotSay">What must never be said.</param>
/// <param name="CreativeFreedom">How much freedom the influencer has.</param>
/// <param name="Hashtags">Hashtags to use.</param>
/// <param name="Disclosures">How posts have to be marked as advertising, per country.</param>
/// <param name="PublicationWindow">When to publish.</param>
/// <param name="ReportingDuties">Which figures to report, and when.</param>
public sealed record BriefInput(
    string? Goals, string? ProductInformation, IReadOnlyList<string>? Assets, IReadOnlyList<string>? MustSay, IReadOnlyList<string>? MustNotSay,
    string? CreativeFreedom,
    IReadOnlyList<string>? Hashtags, IReadOnlyList<RequiredDisclosureInput>? Disclosures, PeriodInput? PublicationWindow, string? ReportingDuties)
{
    internal Campaigns.Brief ToBrief() => new()
    {
        Goals = Goals,
        ProductInformation = ProductInformation,
        Assets = Assets.ToList(),
        MustSay = MustSay.ToList(),
        MustNotSay = MustNotSay.ToList(),
        CreativeFreedom = CreativeFreedom,
        Hashtags = Hashtags.ToList(),
        Disclosures = Disclosures.ToList(disclosure => new Campaigns.RequiredDisclosure(disclosure.Country.Code, disclosure.Text)),
        PublicationWindow = PublicationWindow?.ToPeriod(),
        ReportingDuties = ReportingDuties,
    };
}

/// <summary>How a paid or gifted post has to be marked in a country.</summary>
/// <param name="Country">Where the audience is.</param>
/// <param name="Text">The words or hashtags to use.</param>
public sealed record RequiredDisclosureInput(CountryCode Country, string Text);
