namespace CreatorCRM.Contracts;

/// <summary>Where a contract version stands.</summary>
public enum ContractStatus
{
    /// <summary>Being written; only the brand sees it.</summary>
    Draft,
    /// <summary>With the influencer.</summary>
    Sent,
    /// <summary>The influencer has opened it.</summary>
    Viewed,
    /// <summary>The influencer wants it otherwise; the next draft answers.</summary>
    Countered,
    /// <summary>The influencer has signed; the brand has not.</summary>
    SignedByInfluencer,
    /// <summary>Both have signed: it is in force.</summary>
    Countersigned,
    /// <summary>All that was promised is done. Exclusivities and usage rights last as long as they say.</summary>
    Fulfilled,
    /// <summary>The influencer refused it.</summary>
    Declined,
    /// <summary>The day passed until which it could be signed, or the last day of its term.</summary>
    Expired,
    /// <summary>Taken back, or replaced by a newer version, before it came into force.</summary>
    Voided,
    /// <summary>One side ended it before its time.</summary>
    Terminated,
    /// <summary>A newer version that both have signed stands in its place.</summary>
    Replaced,
}
