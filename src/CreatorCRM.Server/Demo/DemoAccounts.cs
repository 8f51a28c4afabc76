using System.Collections.Immutable;
using System.Text;
using CreatorCRM.Common;
using CreatorCRM.Influencers;

namespace CreatorCRM.Server.Demo;

/// <summary>Invents accounts. They get no addresses of profiles, because a handle that is invented here may be somebody's one day.</summary>
internal sealed class DemoAccounts(Random random)
{
    private static readonly Platform[] Mains =
        [Platform.Instagram, Platform.Instagram, Platform.Tiktok, Platform.Instagram, Platform.Youtube, Platform.Instagram, Platform.Tiktok];

    private static readonly Platform[] Others =
        [Platform.Instagram, Platform.Tiktok, Platform.Youtube, Platform.Pinterest, Platform.Threads, Platform.Newsletter, Platform.Podcast, Platform.Blog];

    // TikTok's: people want the same handle everywhere.
    private const int ShortestLimit = 24;

    private readonly HashSet<string> _handles = new(StringComparer.Ordinal);

    /// <summary>One to three accounts; the first is the largest and makes the tier.</summary>
    public ImmutableArray<DemoAccount> Invent(string name, DemoTopic topic, Tier tier)
    {
        var handle = Handle(name, topic);
        var main = Account(random.Pick(Mains), handle, Followers(tier), tier);
        var accounts = ImmutableArray.Create(main);
        for (var more = random.Next(tier == Tier.Nano ? 2 : 3); more > 0; more--)
        {
            var platform = random.Pick(Others);
            if (accounts.Any(account => account.Platform == platform)) continue;
            accounts = accounts.Add(Account(platform, handle, (long)(main.Followers * random.Between(0.08, 0.6)), tier));
        }
        return accounts;
    }

    private DemoAccount Account(Platform platform, string handle, long followers, Tier tier)
    {
        var countsViews = platform is Platform.Tiktok or Platform.Youtube;
        var rate = Rate(tier) * random.Between(0.75, 1.3) * (countsViews ? 1.6 : 1);
        return new DemoAccount(platform, platform == Platform.Pinterest ? Undotted(handle) : handle, followers, random.Between(0.002, 0.035), rate,
            random.Between(0.15, countsViews ? 0.9 : 0.4), random.Between(1, 6));
    }

    // Away from the bounds of the tiers, so that a month's drift moves nobody.
    private long Followers(Tier tier) => (long)(tier switch
    {
        Tier.Nano => random.BetweenMagnitudes(400, 9_000),
        Tier.Micro => random.BetweenMagnitudes(11_000, 49_000),
        Tier.Mid => random.BetweenMagnitudes(55_000, 470_000),
        Tier.Macro => random.BetweenMagnitudes(520_000, 960_000),
        _ => random.BetweenMagnitudes(1_100_000, 4_200_000),
    });

    // The smaller the following, the closer it is: some 3.5 % at micro and 1.5 % at macro influencers.
    private static double Rate(Tier tier) => tier switch { Tier.Nano => 0.052, Tier.Micro => 0.035, Tier.Mid => 0.023, Tier.Macro => 0.015, _ => 0.011 };

    private string Handle(string name, DemoTopic topic)
    {
        var names = name.Split(' ', '-').Select(Ascii).ToArray();
        while (true)
        {
            var word = random.Pick(topic.Words);
            var handle = random.Next(4) switch
            {
                0 => $"{names[0]}_{word}",
                1 => $"{word}.{names[0]}",
                2 => $"{names[0]}.{names[1][..3]}.{word}",
                _ => $"{word}_{names[1]}",
            };
            if (handle.Length <= ShortestLimit && _handles.Add(Undotted(handle))) return handle;
        }
    }

    private static string Undotted(string handle) => handle.Replace('.', '_');

    /// <summary>Only the letters that a handle or an e-mail address takes.</summary>
    public static string Ascii(string name)
    {
        var text = new StringBuilder(name.ToLowerInvariant()).Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue").Replace("ß", "ss").ToString();
        return string.Concat(TextKey.Fold(text).Where(char.IsAsciiLetterOrDigit));
    }
}
