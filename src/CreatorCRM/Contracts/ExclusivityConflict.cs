namespace CreatorCRM.Contracts;

/// <summary>An exclusivity of one contract that another one of the same influencer breaks. The database finds it by the rule of its view.</summary>
public sealed class ExclusivityConflictRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string ExclusiveContractId { get; init; }
    public required string ExclusiveCampaignId { get; init; }
    public required string EngagedContractId { get; init; }
    public required string EngagedCampaignId { get; init; }
    /// <summary>What is excluded, as it was written.</summary>
    public required string Category { get; init; }
    public DateOnly? ExclusiveFrom { get; init; }
    public DateOnly? ExclusiveUntil { get; init; }
    public DateOnly? OverlapFrom { get; init; }
    public DateOnly? OverlapUntil { get; init; }
}

/// <summary>No contract breaks another one's exclusivity unless a manager said why it may.</summary>
public static class ExclusivityRule
{
    /// <summary>
    /// Triggers keep it, in the very commit that drafts. They tell the other contract, the category, the days of the exclusivity and of the overlap, the other
    /// campaign.
    /// </summary>
    public static CheckRule Rule { get; } = new("ck_contract_exclusivity", told =>
    {
        var parts = told.Split('\t', 7);
        return new Refusal(RefusalCode.ExclusivityConflict,
            $"Version {parts[0][(parts[0].LastIndexOf('.') + 1)..]} of the contract in the campaign {parts[6]} stands against it: "
            + $"the exclusivity for {parts[1]} ({Days(parts[2], parts[3])}) is broken {Days(parts[4], parts[5])}. Choose other terms, or say in overrideExclusivity why it may be.",
            "overrideExclusivity");
    });

    private static string Days(string from, string until) => (from, until) switch
    {
        ("", "") => "always",
        (_, "") => $"from {from}",
        ("", _) => $"until {until}",
        _ => $"{from} to {until}",
    };
}
