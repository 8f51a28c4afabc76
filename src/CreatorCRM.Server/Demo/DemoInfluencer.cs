using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Influencers;

namespace CreatorCRM.Server.Demo;

/// <summary>An invented person, before anything happens.</summary>
/// <param name="Guardian">Who signs for a minor; null for everybody else.</param>
internal sealed record DemoInfluencer(
    string Slug, string Name, DemoCountry Country, DemoTopic Topic, Tier Tier, DateTimeOffset AddedAt, Actor Owner, string? Guardian,
    ImmutableArray<DemoAccount> Accounts, InfluencerChanges Details)
{
    public string Id { get; } = IdGenerator.Derive("demo", "influencer", Slug);

    public string FirstName => Name.Split(' ')[0];

    public bool IsMinor => Guardian is not null;

    public Platform Platform => Accounts[0].Platform;

    /// <summary>Added once, and from then on the figures of each month.</summary>
    public IEnumerable<DemoStep> Steps(DateTimeOffset now, Random random)
    {
        var months = DemoCalendar.MonthlyFigures(AddedAt, now).ToArray();
        var accounts = Accounts.Select(account => new NewAccount(account.Platform, account.Handle, null, account.Figures(months.Length, random)));
        yield return new DemoStep(AddedAt, $"{Slug}/added", Owner, Id, new CreateInfluencer(Name, [.. accounts], Details));
        for (var month = 0; month < months.Length; month++)
            for (var account = 0; account < Accounts.Length; account++)
            {
                var figures = Accounts[account].Figures(months.Length - 1 - month, random);
                var number = (account + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                yield return new DemoStep(months[month], $"{Slug}/figures/{number}/{months[month]:yyyy-MM}", DemoTeam.Figures, Id,
                    new RecordMetrics(number, figures, null));
            }
    }
}
