namespace CreatorCRM.Influencers;

/// <summary>How handles are compared: without the leading @, and letters in either case are the same.</summary>
public static class Handle
{
    /// <summary>What is shown: trimmed, without the @.</summary>
    public static string Clean(string handle) => handle.Trim().TrimStart('@').Trim();

    /// <summary>What is compared and unique per platform.</summary>
    public static string Key(string handle) => Clean(handle).ToLowerInvariant();
}
