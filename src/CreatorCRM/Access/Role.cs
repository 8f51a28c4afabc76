namespace CreatorCRM.Access;

/// <summary>What somebody is in a workspace.</summary>
public enum Role
{
    /// <summary>May do everything, and says who else may do what.</summary>
    Owner,

    /// <summary>Works with influencers, campaigns and partnerships.</summary>
    Manager,

    /// <summary>Reads, and changes nothing.</summary>
    Analyst,

    /// <summary>Reads, and pays.</summary>
    Finance,

    /// <summary>Another program.</summary>
    Integration,
}
