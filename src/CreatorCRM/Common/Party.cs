namespace CreatorCRM.Common;

/// <summary>One of the two sides of a partnership.</summary>
public enum Party
{
    /// <summary>Your side.</summary>
    Brand,
    /// <summary>The influencer, or who speaks for them.</summary>
    Influencer,
}
