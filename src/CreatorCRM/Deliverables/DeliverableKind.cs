namespace CreatorCRM.Deliverables;

/// <summary>A piece of content by its format.</summary>
public enum DeliverableKind
{
    /// <summary>A post in the feed of Instagram.</summary>
    InstagramPost,
    /// <summary>A story on Instagram, gone after a day.</summary>
    InstagramStory,
    /// <summary>A short video on Instagram.</summary>
    InstagramReel,
    /// <summary>Several pictures in one post on Instagram.</summary>
    InstagramCarousel,
    /// <summary>A video on TikTok.</summary>
    TiktokVideo,
    /// <summary>A video on YouTube.</summary>
    YoutubeVideo,
    /// <summary>A short video on YouTube.</summary>
    YoutubeShort,
    /// <summary>A live stream on Twitch.</summary>
    TwitchStream,
    /// <summary>A post on X.</summary>
    XPost,
    /// <summary>A post on Facebook.</summary>
    FacebookPost,
    /// <summary>A pin on Pinterest.</summary>
    PinterestPin,
    /// <summary>A post on LinkedIn.</summary>
    LinkedinPost,
    /// <summary>A story on Snapchat.</summary>
    SnapchatStory,
    /// <summary>A post on Threads.</summary>
    ThreadsPost,
    /// <summary>An article on a blog.</summary>
    BlogPost,
    /// <summary>An episode of a podcast, or a part of one.</summary>
    Podcast,
    /// <summary>An issue of a newsletter, or a part of one.</summary>
    Newsletter,
}
