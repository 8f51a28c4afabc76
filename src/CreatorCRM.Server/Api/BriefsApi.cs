using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.Api;

/// <summary>What influencers work from, in plain words.</summary>
/// <param name="version">Raised by each revision.</param>
[Requires(Scope.RelationshipsRead)]
public sealed class Brief(int version, Campaigns.Brief brief)
{
    /// <summary>Raised by each revision.</summary>
    public int Version => version;

    /// <summary>What the campaign wants to achieve.</summary>
    public string? Goals => brief.Goals;

    /// <summary>What to know about the product.</summary>
    public string? ProductInformation => brief.ProductInformation;

    /// <summary>Pictures, logos and texts to use, as links or descriptions.</summary>
    public IReadOnlyList<string> Assets => brief.Assets;

    /// <summary>What must be said.</summary>
    public IReadOnlyList<string> MustSay => brief.MustSay;

    /// <summary>What must never be said.</summary>
    public IReadOnlyList<string> MustNotSay => brief.MustNotSay;

    /// <summary>How much freedom the influencer has.</summary>
    public string? CreativeFreedom => brief.CreativeFreedom;

    /// <summary>Hashtags to use.</summary>
    public IReadOnlyList<string> Hashtags => brief.Hashtags;

    /// <summary>How posts have to be marked as advertising, per country.</summary>
    public IReadOnlyList<RequiredDisclosure> Disclosures =>
        [.. brief.Disclosures.Select(disclosure => new RequiredDisclosure(CountryCode.Parse(disclosure.Country), disclosure.Text))];

    /// <summary>When to publish.</summary>
    public Period? PublicationWindow => Period.Of(brief.PublicationWindow);

    /// <summary>Which figures to report, and when.</summary>
    public string? ReportingDuties => brief.ReportingDuties;
}

/// <summary>How a paid or gifted post has to be marked in a country.</summary>
/// <param name="Country">Where the audience is.</param>
/// <param name="Text">The words or hashtags to use.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record RequiredDisclosure(CountryCode Country, string Text);
