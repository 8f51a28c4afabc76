using System.Collections.Immutable;
using System.Globalization;
using CreatorCRM.Common;
using CreatorCRM.Influencers;

namespace CreatorCRM.Server.Demo;

/// <summary>Invents the people: as many small ones as a brand really works with, and some of every tier.</summary>
internal sealed class DemoInfluencers(DateTimeOffset from, DateTimeOffset now, Random random)
{
    public const int Count = 120;
    private const int Founders = 64;

    private static readonly Tier[] Round =
        [Tier.Micro, Tier.Nano, Tier.Mid, Tier.Micro, Tier.Nano, Tier.Macro, Tier.Micro, Tier.Nano, Tier.Mid, Tier.Mega, Tier.Nano, Tier.Micro];

    private static readonly string[] Tags = ["early bird", "studio quality", "replies fast", "met at a fair", "long form", "events", "newsletter reader",
        "recommended"];
    private static readonly string[] Agencies = ["Nordlicht Creators", "Halfmoon Talent", "Studio Wanderfalke", "Brightwell & Daughters"];

    private static readonly string[] Notes =
    [
        "Met at the food fair in Cologne. Prefers a call on Friday mornings.", "Films everything herself, needs two weeks from product to post.",
        "Audience asks for shops that deliver to Austria.", "Wants to see the contract before talking about dates.",
        "Wrote to us first after buying in the shop.",
    ];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly DemoAccounts _accounts = new(random);

    public ImmutableArray<DemoInfluencer> Invent() => [.. Enumerable.Range(0, Count).Select(Invent)];

    private DemoInfluencer Invent(int number)
    {
        var (country, tier) = (DemoCountry.Round[number % DemoCountry.Round.Count], Round[number % Round.Length]);
        var topic = DemoTopic.Round[(number + number / DemoTopic.Round.Count) % DemoTopic.Round.Count];
        var name = Name(country);
        var isMinor = number < Founders && tier == Tier.Nano && number % Round.Length == 1;
        var guardian = isMinor ? $"{random.Pick(country.FirstNames)} {name.Split(' ')[1]}" : null;
        var owner = DemoTeam.Managers[number % DemoTeam.Managers.Count];
        return new DemoInfluencer(string.Create(CultureInfo.InvariantCulture, $"influencer-{number + 1}"), name, country, topic, tier, AddedAt(number), owner,
            guardian,
            _accounts.Invent(name, topic, tier), Details(name, country, topic, tier, owner, isMinor));
    }

    // The first came in with a list on the first day, the others were found one by one.
    private DateTimeOffset AddedAt(int number) => number < Founders
        ? from
        : DemoCalendar.WorkingMoment(from.AddDays(14 + (now - from).TotalDays * 0.9 * (number - Founders) / (Count - Founders)), random);

    private string Name(DemoCountry country)
    {
        while (true)
        {
            var name = $"{random.Pick(country.FirstNames)} {random.Pick(country.LastNames)}";
            if (_names.Add(name)) return name;
        }
    }

    private InfluencerChanges Details(string name, DemoCountry country, DemoTopic topic, Tier tier, Actor owner, bool isMinor)
    {
        var agency = tier >= Tier.Macro || (tier == Tier.Mid && random.Next(4) == 0) ? random.Pick(Agencies) : null;
        var address = string.Join('.', name.Split(' ').Select(DemoAccounts.Ascii));
        var contact = agency is null
            ? new ContactPoint(ContactPointKind.Email, $"{address}@example.com")
            : new ContactPoint(ContactPointKind.Email, $"{DemoAccounts.Ascii(agency)}+{address}@example.com", agency);
        return new InfluencerChanges
        {
            Niches = [topic.Name, .. topic.Niches.OrderBy(_ => random.Next()).Take(random.Next(1, 3))],
            Tags = [.. Tags.OrderBy(_ => random.Next()).Take(random.Next(0, 3))],
            Languages = country.Language == "en" || random.Next(3) == 0 ? [country.Language] : [country.Language, "en"],
            Country = new Change<string?>(country.Code),
            ContactPoints = [contact],
            Agency = agency is null ? null : new Change<string?>(agency),
            Owner = new Change<string?>(owner.Name),
            Notes = random.Next(5) == 0 ? new Change<string?>(random.Pick(Notes)) : null,
            IsCustomer = tier == Tier.Nano || random.Next(8) == 0 ? true : null,
            IsMinor = isMinor ? true : null,
        };
    }
}
