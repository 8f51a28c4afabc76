using System.Collections.Immutable;
using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>What one row says about one person, cleaned and checked, before it is compared with who is known already.</summary>
/// <param name="Country">ISO 3166, two capital letters.</param>
/// <param name="Languages">ISO 639 codes.</param>
/// <param name="IsMinor">Null when no age is given.</param>
/// <param name="OptOut">The words in which the person asked not to be contacted; null when they did not.</param>
/// <param name="NaturalKey">Stands for the person when no account does, the same in every import: the folded name and e-mail address. Null when there are
/// accounts.</param>
public sealed record CandidateInfluencer(
    string DisplayName,
    ImmutableArray<CandidateAccount> Accounts,
    ImmutableArray<string> Niches,
    ImmutableArray<string> Tags,
    ImmutableArray<string> Languages,
    string? Country,
    ImmutableArray<CandidateContact> ContactPoints,
    string? Agency,
    string? Notes,
    bool? IsMinor,
    string? OptOut,
    string? NaturalKey);

/// <summary>An account with the figures its row gives; null where it gives none.</summary>
/// <param name="Handle">As written, without @.</param>
/// <param name="EngagementRate">A ratio: 0.0139 is 1.39 %.</param>
public sealed record CandidateAccount(
    Platform Platform,
    string Handle,
    string? ProfileUrl = null,
    long? Followers = null,
    decimal? AverageLikes = null,
    decimal? AverageComments = null,
    decimal? AverageViews = null,
    decimal? AverageShares = null,
    decimal? PostsPerWeek = null,
    decimal? EngagementRate = null)
{
    /// <summary>By this handles compare: case makes no difference.</summary>
    public string HandleKey => Influencers.Handle.Key(Handle);
}

public sealed record CandidateContact(ContactKind Kind, string Value);

public enum ContactKind
{
    Email,
    Phone,
    Url,
}
