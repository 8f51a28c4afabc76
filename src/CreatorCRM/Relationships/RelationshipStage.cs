namespace CreatorCRM.Relationships;

/// <summary>How close a brand and a person are, over all campaigns.</summary>
public enum RelationshipStage
{
    /// <summary>Nobody has spoken to them yet.</summary>
    Prospect,
    /// <summary>There was contact; nothing was signed yet.</summary>
    InContact,
    /// <summary>At least one contract was signed by both.</summary>
    Partner,
    /// <summary>At least three partnerships were completed.</summary>
    Ambassador,
    /// <summary>Nobody has spoken for 180 days.</summary>
    Dormant,
    /// <summary>They must not be contacted.</summary>
    DoNotContact,
}

/// <summary>
/// The rules by which the stage of a relationship follows from what happened. What a manager set stands until it is released; only do-not-contact is stronger.
/// </summary>
public static class RelationshipStages
{
    public const int PartnershipsOfAnAmbassador = 3;

    /// <summary>As many days of 24 hours without contact make a relationship dormant.</summary>
    public const int DormantAfterDays = 180;

    /// <summary>Which stages a manager may set: the others say what is so, and cannot be decided.</summary>
    public static bool CanBeSet(RelationshipStage stage) => stage is not (RelationshipStage.Dormant or RelationshipStage.DoNotContact);

    /// <param name="manual">What a manager set; null when nothing.</param>
    public static RelationshipStage Of(RelationshipFacts facts, bool doNotContact, RelationshipStage? manual, DateTimeOffset at) => facts switch
    {
        _ when doNotContact => RelationshipStage.DoNotContact,
        _ when manual is { } set => set,
        { LastContactAt: { } last } when last.AddDays(DormantAfterDays) <= at => RelationshipStage.Dormant,
        { CompletedPartnerships: >= PartnershipsOfAnAmbassador } => RelationshipStage.Ambassador,
        { ContractedPartnerships: > 0 } => RelationshipStage.Partner,
        { LastContactAt: not null } => RelationshipStage.InContact,
        _ => RelationshipStage.Prospect,
    };
}
