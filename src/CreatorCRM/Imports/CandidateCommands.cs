using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>Turns a row's candidate into the command that an influencer understands.</summary>
internal static class CandidateCommands
{
    public static ImportInfluencer ToCommand(this CandidateInfluencer candidate) => new(
        candidate.DisplayName,
        [.. candidate.Accounts.Select(ToAccount)],
        new InfluencerChanges
        {
            Niches = candidate.Niches,
            Tags = candidate.Tags,
            Languages = candidate.Languages,
            Country = Given(candidate.Country),
            ContactPoints = [.. candidate.ContactPoints.Select(contact => new ContactPoint(Kind(contact.Kind), contact.Value))],
            Agency = Given(candidate.Agency),
            Notes = Given(candidate.Notes),
            IsMinor = candidate.IsMinor,
        },
        candidate.OptOut);

    private static NewAccount ToAccount(CandidateAccount account) => new(account.Platform, account.Handle, account.ProfileUrl, new Metrics(
        account.Followers, account.AverageLikes, account.AverageComments, account.AverageViews, account.AverageShares, account.PostsPerWeek,
        account.EngagementRate));

    private static Change<string?>? Given(string? text) => text is null ? null : new Change<string?>(text);

    private static ContactPointKind Kind(ContactKind kind) => kind switch
    {
        ContactKind.Email => ContactPointKind.Email,
        ContactKind.Phone => ContactPointKind.Phone,
        _ => ContactPointKind.Url,
    };
}
