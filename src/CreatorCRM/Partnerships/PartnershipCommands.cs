using System.Collections.Immutable;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;

namespace CreatorCRM.Partnerships;

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

/// <summary>Where a deliverable stands.</summary>
public enum DeliverableStatus
{
    /// <summary>Agreed on; nothing was handed in.</summary>
    Planned,
}

/// <summary>By which means two people spoke.</summary>
public enum OutreachChannel
{
    /// <summary>E-mail.</summary>
    Email,
    /// <summary>A direct message on a platform.</summary>
    DirectMessage,
    /// <summary>A comment below a post.</summary>
    Comment,
    /// <summary>A call.</summary>
    Phone,
    /// <summary>A personal meeting.</summary>
    InPerson,
    /// <summary>A letter or parcel.</summary>
    Letter,
}

/// <summary>Who spoke to whom.</summary>
public enum OutreachDirection
{
    /// <summary>From the brand to the influencer.</summary>
    Out,
    /// <summary>From the influencer to the brand.</summary>
    In,
}

/// <summary>Where an offer stands.</summary>
public enum OfferStatus
{
    /// <summary>On the table.</summary>
    Proposed,
    /// <summary>Answered by the other side with an offer of its own.</summary>
    Countered,
    /// <summary>Replaced by the same side with a newer offer.</summary>
    Superseded,
    /// <summary>Agreed on by the other side.</summary>
    Accepted,
    /// <summary>Refused by the other side.</summary>
    Declined,
    /// <summary>Taken back by the side that made it.</summary>
    Withdrawn,
}

/// <summary>Puts an influencer on a campaign's shortlist.</summary>
/// <param name="InfluencerName">As it is now, for the sentences of the timeline; likewise the campaign's.</param>
[GenerateSerializer, Immutable, Alias("create-partnership")]
public sealed record CreatePartnership(string InfluencerId, string InfluencerName, string CampaignId, string CampaignName, string? Owner);

[GenerateSerializer, Immutable, Alias("change-stage")]
public sealed record ChangeStage(PartnershipStage Stage, string? Reason);

/// <summary>Records a message or meeting; it is not sent from here.</summary>
/// <param name="OccurredAt">Null is now.</param>
/// <param name="FollowUpAt">When to get in touch again if nothing comes; null schedules nothing.</param>
[GenerateSerializer, Immutable, Alias("log-outreach")]
public sealed record LogOutreach(OutreachDirection Direction, OutreachChannel Channel, string? Subject, string? Body, DateTimeOffset? OccurredAt, DateTimeOffset? FollowUpAt);

[GenerateSerializer, Immutable, Alias("schedule-follow-up")]
public sealed record ScheduleFollowUp(DateTimeOffset DueAt, string? Note);

[GenerateSerializer, Immutable, Alias("complete-follow-up")]
public sealed record CompleteFollowUp(string FollowUp);

/// <summary>An offer, or a counter-offer when the other side's lies on the table.</summary>
[GenerateSerializer, Immutable, Alias("propose-offer")]
public sealed record ProposeOffer(Party By, ImmutableArray<CompensationComponent> Components, string? Note);

/// <param name="Offer">Its number.</param>
[GenerateSerializer, Immutable, Alias("close-offer")]
public sealed record CloseOffer(string Offer, string? Note);

[GenerateSerializer, Immutable, Alias("draft-contract")]
public sealed record DraftContract(ContractTerms Terms);

/// <param name="Contract">Its number.</param>
[GenerateSerializer, Immutable, Alias("send-contract")]
public sealed record SendContract(string Contract);

[GenerateSerializer, Immutable, Alias("sign-contract")]
public sealed record SignContract(string Contract, Party Party, string SignedBy, string? Guardian, DateTimeOffset? SignedAt);

[GenerateSerializer, Immutable, Alias("close-contract")]
public sealed record CloseContract(string Contract, string Reason);

[GenerateSerializer, Immutable, Alias("add-deliverable")]
public sealed record AddDeliverable(DeliverableKind Kind, DateOnly? DueOn, string? Note);
