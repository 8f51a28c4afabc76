namespace CreatorCRM.Access;

/// <summary>One thing that a caller may do. A role is a set of scopes; a token has some of its bearer's.</summary>
public enum Scope
{
    /// <summary>Read influencers, campaigns, partnerships and what happened.</summary>
    RelationshipsRead,

    /// <summary>Change influencers, campaigns and partnerships, and import influencers.</summary>
    RelationshipsWrite,

    /// <summary>Propose, approve and record payouts.</summary>
    Payouts,

    /// <summary>
    /// Say which events are delivered to which address, and read how the deliveries went. Goes with RELATIONSHIPS_READ only, since that is what is delivered.
    /// </summary>
    Webhooks,

    /// <summary>Read and change members and integration tokens, and read the audit log.</summary>
    Access,

    /// <summary>Create and revoke personal tokens of one's own.</summary>
    OwnTokens,

    /// <summary>Create workspaces. Only the installation's owner token has it, and it cannot be given to another.</summary>
    Installation,
}
