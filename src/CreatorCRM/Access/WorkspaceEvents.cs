namespace CreatorCRM.Access;

[EventType("workspace.created")]
public sealed record WorkspaceCreated(string Name) : IEvent
{
    public string Summary => $"The workspace {Name} was created.";
}

[EventType("workspace.renamed")]
public sealed record WorkspaceRenamed(string From, string To) : IEvent
{
    public string Summary => $"The workspace was renamed from {From} to {To}.";
}

[EventType("member.added")]
public sealed record MemberAdded(string Member, string Email, string Name, Role Role) : IEvent
{
    public string Summary => $"{Name} ({Email}) became a member with the role {Role.Words()}.";
}

[EventType("member.role-changed")]
public sealed record MemberRoleChanged(string Member, string Name, Role From, Role To) : IEvent
{
    public string Summary => $"The role of {Name} went from {From.Words()} to {To.Words()}.";
}

/// <summary>Somebody signed in for the first time and is known from now on by what the identity provider calls them.</summary>
/// <param name="Subject"><c>issuer|sub</c>.</param>
[EventType("member.linked")]
public sealed record MemberLinked(string Member, string Name, string Subject) : IEvent
{
    public string Summary => $"{Name} signed in for the first time, at {Subject[..Math.Max(0, Subject.IndexOf('|', StringComparison.Ordinal))]}.";
}

[EventType("member.removed")]
public sealed record MemberRemoved(string Member, string Name) : IEvent
{
    public string Summary => $"{Name} is no member any more.";
}

/// <summary>Data left the workspace.</summary>
/// <param name="Kind">What was exported, such as <c>influencers</c>.</param>
/// <param name="What">Which of them, in words.</param>
/// <param name="Rows">How many.</param>
/// <param name="Format">Such as <c>CSV</c>.</param>
[EventType("data.exported")]
public sealed record DataExported(string Kind, string What, long Rows, string Format) : IEvent
{
    public string Summary => FormattableString.Invariant($"{Rows:#,0} {Kind} were exported as {Format}: {What}.");
}
