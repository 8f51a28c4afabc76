using CreatorCRM.Access;
using CreatorCRM.Relationships;
using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.Api;

/// <summary>How a partnership was: 1 is bad, 5 is excellent.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class PartnershipRating(Rating rating)
{
    /// <summary>Whether what was agreed was kept, in time.</summary>
    public int Reliability => rating.Reliability;

    /// <summary>The content.</summary>
    public int Quality => rating.Quality;

    /// <summary>Answers, tone, openness.</summary>
    public int Communication => rating.Communication;

    /// <summary>What numbers do not say.</summary>
    public string? Note => rating.Note;
}
