namespace CreatorCRM.Contracts;

/// <summary>The rule of the view of conflicts over what was known at an instant.</summary>
public static class PastConflicts
{
    /// <param name="partnerships">All of an influencer, as they were.</param>
    /// <returns>Conflicts among them, in the order of their ids.</returns>
    public static IEnumerable<ExclusivityConflictRow> Of(IReadOnlyCollection<Past> partnerships)
    {
        var engagements = partnerships.SelectMany(past => past.Of<ContractEngagementRow>()).ToList();
        return partnerships.SelectMany(past => past.Of<ContractExclusivityRow>())
            .SelectMany(promise => engagements.Where(engaged => Collide(promise, engaged)).Select(engaged => Conflict(promise, engaged)))
            .OrderBy(conflict => conflict.Id, StringComparer.Ordinal);
    }

    private static bool Collide(ContractExclusivityRow promise, ContractEngagementRow engaged) =>
        engaged.InfluencerId == promise.InfluencerId && engaged.PartnershipId != promise.PartnershipId
        && (engaged.BrandKey != promise.BrandKey || promise.BrandKey.Length == 0)
        && (promise.ExcludedBrandKey.Length == 0
            ? engaged.CategoryKey == promise.CategoryKey
            : engaged.BrandKey == promise.ExcludedBrandKey && (engaged.CategoryKey.Length == 0 || engaged.CategoryKey == promise.CategoryKey))
        && !(promise.FromOn > engaged.UntilOn) && !(engaged.FromOn > promise.UntilOn);

    private static ExclusivityConflictRow Conflict(ContractExclusivityRow promise, ContractEngagementRow engaged) => new()
    {
        Workspace = promise.Workspace,
        Id = $"{promise.ContractId} {engaged.ContractId} {promise.Id}",
        ExclusiveContractId = promise.ContractId,
        ExclusiveCampaignId = promise.CampaignId,
        EngagedContractId = engaged.ContractId,
        EngagedCampaignId = engaged.CampaignId,
        Category = promise.Category,
        ExclusiveFrom = promise.FromOn,
        ExclusiveUntil = promise.UntilOn,
        // Both leave out what is open.
        OverlapFrom = new[] { promise.FromOn, engaged.FromOn }.Max(),
        OverlapUntil = new[] { promise.UntilOn, engaged.UntilOn }.Min(),
    };
}
