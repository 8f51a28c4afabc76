namespace CreatorCRM.Compensation;

/// <summary>What makes a component due.</summary>
public enum Unlock
{
    /// <summary>The contract is in force.</summary>
    Acceptance,
    /// <summary>All content that is planned is approved.</summary>
    Delivery,
    /// <summary>All content that is planned is online.</summary>
    Publication,
    /// <summary>Each paid order brings its part.</summary>
    OrderPayment,
}
