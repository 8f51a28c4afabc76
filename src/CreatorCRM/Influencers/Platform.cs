namespace CreatorCRM.Influencers;

/// <summary>Where an account is.</summary>
public enum Platform
{
    /// <summary>Instagram.</summary>
    Instagram,
    /// <summary>TikTok.</summary>
    Tiktok,
    /// <summary>YouTube.</summary>
    Youtube,
    /// <summary>Twitch.</summary>
    Twitch,
    /// <summary>X, formerly Twitter.</summary>
    X,
    /// <summary>Facebook.</summary>
    Facebook,
    /// <summary>Pinterest.</summary>
    Pinterest,
    /// <summary>LinkedIn.</summary>
    Linkedin,
    /// <summary>Snapchat.</summary>
    Snapchat,
    /// <summary>Threads.</summary>
    Threads,
    /// <summary>A blog of their own.</summary>
    Blog,
    /// <summary>A podcast, wherever it is heard.</summary>
    Podcast,
    /// <summary>A newsletter, whoever sends it.</summary>
    Newsletter,
}
