namespace CreatorCRM.Storage;

/// <summary>Whose key it is: two principals may use the same one.</summary>
/// <param name="Principal">The id of the actor.</param>
public readonly record struct RequestKey(string Workspace, string Principal, string Key);

/// <summary>An answer as the first client got it.</summary>
public sealed record StoredAnswer(int Status, string Body);

/// <summary>What a request with a key finds.</summary>
public abstract record RequestClaim
{
    /// <summary>It is the first, or the first one died: run it.</summary>
    public sealed record Granted(string Claim) : RequestClaim;

    /// <summary>It ran before.</summary>
    public sealed record Answered(StoredAnswer Answer) : RequestClaim;

    /// <summary>The first one is still running.</summary>
    public sealed record UnderWay : RequestClaim;

    /// <summary>The key was used for something else.</summary>
    public sealed record OtherPayload : RequestClaim;
}
