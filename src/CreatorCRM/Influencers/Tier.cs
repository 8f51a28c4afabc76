namespace CreatorCRM.Influencers;

/// <summary>How large an influencer is, by the followers of the largest account.</summary>
public enum Tier
{
    /// <summary>From 50 followers: often a customer with a small following.</summary>
    Nano,
    /// <summary>From 10,000 to 50,000 followers.</summary>
    Micro,
    /// <summary>Above 50,000 and below 500,000 followers.</summary>
    Mid,
    /// <summary>From 500,000 to 1,000,000 followers.</summary>
    Macro,
    /// <summary>Above 1,000,000 followers.</summary>
    Mega,
}

public static class Tiers
{
    /// <summary>Null when the followers are unknown or fewer than a nano influencer has.</summary>
    public static Tier? Of(long? followers) => followers switch
    {
        null or < 50 => null,
        < 10_000 => Tier.Nano,
        <= 50_000 => Tier.Micro,
        < 500_000 => Tier.Mid,
        <= 1_000_000 => Tier.Macro,
        _ => Tier.Mega,
    };
}
