using CreatorCRM.Influencers;

namespace CreatorCRM.Server.Demo;

/// <summary>An invented account and how it grows.</summary>
/// <param name="Followers">At the last monthly figures.</param>
/// <param name="MonthlyGrowth">0.02 is 2 % a month.</param>
/// <param name="Rate">The usual engagement rate, of followers or, on TikTok and YouTube, of views.</param>
/// <param name="Reach">Views of a usual post as a share of the followers.</param>
internal sealed record DemoAccount(Platform Platform, string Handle, long Followers, double MonthlyGrowth, double Rate, double Reach, double PostsPerWeek)
{
    /// <summary>The figures so many months before the last ones, with the ups and downs of the month.</summary>
    public Metrics Figures(int monthsBefore, Random random)
    {
        var drift = monthsBefore == 0 ? 1 : random.Between(0.994, 1.006);
        var followers = Math.Max(60, Math.Round(Followers / Math.Pow(1 + MonthlyGrowth, monthsBefore) * drift));
        var views = Math.Round(followers * Reach * random.Between(0.85, 1.15));
        var engagements = (CountsViews ? views : followers) * Rate * random.Between(0.92, 1.08);
        if (Platform is Platform.Newsletter or Platform.Podcast or Platform.Blog) return new Metrics((long)followers, PostsPerWeek: Posts(random));
        var comments = Math.Round(engagements * random.Between(0.03, 0.08));
        return new Metrics((long)followers, (decimal)Math.Round(engagements - comments), (decimal)comments, (decimal)views,
            (decimal)Math.Round(engagements * random.Between(0.02, 0.06)), Posts(random));
    }

    private decimal Posts(Random random) => (decimal)Math.Round(PostsPerWeek * random.Between(0.8, 1.2), 1);

    private bool CountsViews => Platform is Platform.Tiktok or Platform.Youtube;
}
