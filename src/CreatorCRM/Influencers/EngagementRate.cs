namespace CreatorCRM.Influencers;

/// <summary>Which formula gave an engagement rate. Rates of different formulas are not comparable.</summary>
public enum EngagementFormula
{
    /// <summary>(average likes + average comments) / followers: the field's formula for feeds such as Instagram's.</summary>
    LikesAndCommentsPerFollowers,
    /// <summary>Average likes / followers, where comments are unknown.</summary>
    LikesPerFollowers,
    /// <summary>(average likes + average comments) / average views: the field's formula for TikTok and YouTube.</summary>
    LikesAndCommentsPerViews,
    /// <summary>Average likes / average views, where comments are unknown.</summary>
    LikesPerViews,
    /// <summary>Taken over from a source that does not say how it counted.</summary>
    Reported,
}

/// <summary>A rate as a ratio (0.035 is 3.5 %) with the formula that gave it.</summary>
/// <param name="Value">0.035 is 3.5 %.</param>
/// <param name="Formula">How it was counted.</param>
[GenerateSerializer, Immutable, Alias("engagement-rate")]
public sealed record EngagementRate(decimal Value, EngagementFormula Formula)
{
    /// <summary>Rounded to millionths, half away from zero. Null when a figure is missing or the denominator is zero.</summary>
    public static EngagementRate? From(Platform platform, Metrics metrics)
    {
        var perViews = platform is Platform.Tiktok or Platform.Youtube;
        var denominator = perViews ? metrics.AverageViews : metrics.Followers;
        if (metrics.AverageLikes is not { } likes || denominator is not > 0)
            return metrics.ReportedEngagementRate is { } reported ? new EngagementRate(Round(reported), EngagementFormula.Reported) : null;
        var formula = (perViews, metrics.AverageComments) switch
        {
            (true, null) => EngagementFormula.LikesPerViews,
            (true, _) => EngagementFormula.LikesAndCommentsPerViews,
            (false, null) => EngagementFormula.LikesPerFollowers,
            (false, _) => EngagementFormula.LikesAndCommentsPerFollowers,
        };
        return new EngagementRate(Round((likes + (metrics.AverageComments ?? 0)) / denominator.Value), formula);
    }

    private static decimal Round(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
