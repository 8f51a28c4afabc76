using CreatorCRM.Common;
using CreatorCRM.Contracts;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Relationships;

namespace CreatorCRM.TestSupport;

/// <summary>What a partnership manager asks of the crowd: each field once for something common and once for something rare.</summary>
internal static class CrowdFilters
{
    /// <summary>When one looks.</summary>
    public static readonly DateTimeOffset Now = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly Today = new(2026, 4, 1);

    public static IReadOnlyDictionary<string, InfluencerFilter> All { get; } = new Dictionary<string, InfluencerFilter>
    {
        ["nothing"] = new(),
        ["tier, common"] = new() { Tier = new() { Eq = Tier.Nano } },
        ["tier, rare"] = new() { Tier = new() { Eq = Tier.Mega } },
        ["tier, nobody"] = new() { Tier = new() { IsNull = true } },
        ["tiers, two"] = new() { Tier = new() { In = [Tier.Macro, Tier.Mega] } },
        ["stage, common"] = new() { RelationshipStage = new() { Eq = RelationshipStage.Prospect } },
        ["stage, rare"] = new() { RelationshipStage = new() { Eq = RelationshipStage.Partner } },
        ["stage, dormant"] = new() { RelationshipStage = new() { Eq = RelationshipStage.Dormant } },
        ["niche, common"] = new() { Niches = new() { Contains = "niche 0" } },
        ["niche, rare"] = new() { Niches = new() { Contains = "niche 170" } },
        ["tag, common"] = new() { Tags = new() { Contains = "tag 0" } },
        ["tag, rare"] = new() { Tags = new() { Contains = "tag 98" } },
        ["tag, a thousand"] = new() { Tags = new() { Contains = "a thousand" } },
        ["tag, a thousand and one"] = new() { Tags = new() { Contains = "a thousand and one" } },
        ["platform, common"] = new() { Platform = new() { Eq = Platform.Instagram } },
        ["platform, rare"] = new() { Platform = new() { Eq = Platform.Twitch } },
        ["country, common"] = new() { Country = new() { Eq = "DE" } },
        ["country, rare"] = new() { Country = new() { Eq = "NZ" } },
        ["owner, common"] = new() { Owner = new() { Eq = "Manager 16" } },
        ["owner, nobody"] = new() { Owner = new() { Eq = "Manager 3" } },
        ["name, wide"] = new() { DisplayName = new() { StartsWith = "Person" } },
        ["name, narrow"] = new() { DisplayName = new() { StartsWith = "person 7777" } },
        ["followers, wide"] = new() { Followers = new() { Gte = 100 } },
        ["followers, narrow"] = new() { Followers = new() { Gte = 3_000_000 } },
        ["followers, one number, common"] = new() { Followers = new() { Eq = 50 } },
        ["followers, one number, rare"] = new() { Followers = new() { Eq = 40_000 } },
        ["followers, two numbers"] = new() { Followers = new() { In = [50, 51] } },
        ["engagement rate, wide"] = new() { EngagementRate = new() { Gte = 0.003m, Lt = 0.1m } },
        ["engagement rate, narrow"] = new() { EngagementRate = new() { Gte = 0.0601m, Lt = 0.0602m } },
        ["last contact, wide"] = new() { LastContactAt = new() { Lt = Now.AddDays(-30) } },
        ["last contact, narrow"] = new() { LastContactAt = new() { Lt = Now.AddDays(-345) } },
        ["last contact, never"] = new() { LastContactAt = new() { IsNull = true } },
        ["health, wide"] = new() { Health = new() { Lt = 60 } },
        ["health, narrow"] = new() { Health = new() { Lt = 13 } },
        ["contract end, wide"] = new() { ContractEndsOn = new() { Gte = Today, Lte = Today.AddDays(300) } },
        ["contract end, narrow"] = new() { ContractEndsOn = new() { Gte = Today, Lte = Today.AddDays(7) } },
        ["campaign, common"] = new() { CampaignId = new() { Eq = "campaign 0" } },
        ["campaign, rare"] = new() { CampaignId = new() { Eq = "campaign 299" } },
        ["partnership stage, common"] = new() { PartnershipStage = new() { Eq = PartnershipStage.Declined } },
        ["partnership stage, rare"] = new() { PartnershipStage = new() { Eq = PartnershipStage.InProduction } },
        ["do not contact"] = new() { DoNotContact = new() { Eq = true } },
        ["customer"] = new() { IsCustomer = new() { Eq = true } },
        ["minor"] = new() { IsMinor = new() { Eq = true } },
        ["tier and country and niche"] = new() { Tier = new() { Eq = Tier.Micro }, Country = new() { Eq = "DE" }, Niches = new() { Contains = "niche 2" } },
        ["country and owner and niche, rare"] = new()
        {
            Country = new() { Eq = "DE" },
            Owner = new() { Eq = "Manager 16" },
            Niches = new() { Contains = "niche 170" }
        },
        ["tier and tag and campaign, rare"] = new()
        {
            Tier = new() { Eq = Tier.Nano },
            And = [new() { Tags = new() { Contains = "tag 0" }, CampaignId = new() { Eq = "campaign 299" } }]
        },
        ["tier and engagement rate"] = new() { Tier = new() { Eq = Tier.Micro }, EngagementRate = new() { Gte = 0.05m } },
        ["owner and last contact"] = new() { Owner = new() { Eq = "Manager 16" }, LastContactAt = new() { Lt = Now.AddDays(-90) } },
    };

    /// <summary>The same for lists of partnerships.</summary>
    public static IReadOnlyDictionary<string, PartnershipFilter> Partnerships { get; } = new Dictionary<string, PartnershipFilter>
    {
        ["nothing"] = new(),
        ["stage, common"] = new() { Stage = new() { Eq = PartnershipStage.Declined } },
        ["stage, rare"] = new() { Stage = new() { Eq = PartnershipStage.InProduction } },
        ["stages, two"] = new() { Stage = new() { In = [PartnershipStage.Contracted, PartnershipStage.InProduction] } },
        ["stage since, wide"] = new() { StageSince = new() { Lt = Now.AddDays(-30) } },
        ["stage since, narrow"] = new() { StageSince = new() { Lt = Now.AddDays(-231) } },
        ["owner, common"] = new() { Owner = new() { Eq = "Manager 0" } },
        ["owner, nobody"] = new() { Owner = new() { Eq = "Nobody" } },
        ["influencer"] = new() { InfluencerId = new() { Eq = "1000002" } },
        ["campaign, common"] = new() { CampaignId = new() { Eq = "campaign 0" } },
        ["campaign, rare"] = new() { CampaignId = new() { Eq = "campaign 299" } },
        ["campaigns, two"] = new() { CampaignId = new() { In = ["campaign 0", "campaign 1"] } },
        ["last contact, wide"] = new() { LastContactAt = new() { Lt = Now.AddDays(-30) } },
        ["last contact, narrow"] = new() { LastContactAt = new() { Lt = Now.AddDays(-345) } },
        ["last outreach"] = new() { LastOutreachAt = new() { Lt = Now.AddDays(-30) } },
        ["last reply"] = new() { LastReplyAt = new() { Lt = Now.AddDays(-30) } },
        ["follow-up, wide"] = new() { NextFollowUpAt = new() { Lt = Now } },
        ["follow-up, narrow"] = new() { NextFollowUpAt = new() { Lt = Now.AddDays(-11) } },
        ["contract, common"] = new() { ContractStatus = new() { Eq = ContractStatus.Fulfilled } },
        ["contract, rare"] = new() { ContractStatus = new() { Eq = ContractStatus.Sent } },
        ["contract, none"] = new() { ContractStatus = new() { IsNull = true } },
        ["contract end, wide"] = new() { ContractEndsOn = new() { Gte = Today, Lte = Today.AddDays(300) } },
        ["contract end, narrow"] = new() { ContractEndsOn = new() { Gte = Today, Lte = Today.AddDays(7) } },
        ["contract end, one day"] = new() { ContractEndsOn = new() { Eq = Today.AddDays(30) } },
        ["contract end, none"] = new() { ContractEndsOn = new() { IsNull = true } },
        ["declined by, common"] = new() { DeclinedBy = new() { Eq = Party.Influencer } },
        ["declined by, rare"] = new() { DeclinedBy = new() { Eq = Party.Brand } },
        ["decline reason, common"] = new() { DeclineReason = new() { Eq = DeclineReason.Budget } },
        ["decline reason, rare"] = new() { DeclineReason = new() { Eq = DeclineReason.Exclusivity } },
        ["created, wide"] = new() { CreatedAt = new() { Gte = Now.AddDays(-3000) } },
        ["updated, narrow"] = new() { UpdatedAt = new() { Gte = Now.AddDays(-1) } },
        ["owner and stage"] = new() { Owner = new() { Eq = "Manager 16" }, Stage = new() { Eq = PartnershipStage.Replied } },
        ["campaign and last contact"] = new() { CampaignId = new() { Eq = "campaign 0" }, LastContactAt = new() { Lt = Now.AddDays(-30) } },
    };
}
