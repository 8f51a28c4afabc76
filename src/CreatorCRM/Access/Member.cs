namespace CreatorCRM.Access;

/// <summary>A person in a workspace.</summary>
/// <param name="Email">As it was entered; see <see cref="EmailKey"/>.</param>
/// <param name="Subject">Who they are to the identity provider, as <c>issuer|sub</c>; null until they first sign in.</param>
/// <param name="RemovedAt">Null while they belong to the workspace. Who comes back is a new member.</param>
public sealed record Member(string Id, string Email, string Name, Role Role, string? Subject, DateTimeOffset AddedAt, DateTimeOffset? RemovedAt)
{
    /// <summary>By what addresses are compared and found.</summary>
    public static string EmailKey(string email) => email.Trim().ToLowerInvariant();

    /// <summary>As events name a member who did something.</summary>
    public static Actor ActorOf(string id, string name) => new($"member:{id}", name);

    /// <summary>The member's id; null when the actor is no member.</summary>
    public static string? IdOf(Actor actor) => actor.Id.StartsWith("member:", StringComparison.Ordinal) ? actor.Id["member:".Length..] : null;
}
