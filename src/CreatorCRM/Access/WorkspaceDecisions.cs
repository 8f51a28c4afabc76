namespace CreatorCRM.Access;

/// <summary>What a workspace's commands come to, about itself and its members. Pure: state and command in, events or refusals out.</summary>
public partial record Workspace
{
    /// <summary>So many members at a time.</summary>
    public const int MaxMembers = 2_000;

    private static Refusal EmailTaken => new(RefusalCode.MemberExists, "A member has this e-mail address already.", "email");
    private static Refusal SubjectTaken => new(RefusalCode.MemberExists, "Another member signs in as this person already.");

    public Decision Create(CreateWorkspace command)
    {
        if (!WorkspaceKey.IsWellFormed(Key.Workspace) || Key != WorkspaceKey.GrainOf(Key.Workspace))
            return Refusal.Invalid("key", WorkspaceKey.Rule);
        if (Exists) return new Refusal(RefusalCode.WorkspaceTaken, $"There is a workspace {Key.Workspace} already. Choose another key.", "key");
        var validation = new Validation().Required("name", command.Name);
        return validation.HasRefusals ? Decision.Refuse(validation.Refusals) : Decision.Accept(new WorkspaceCreated(command.Name.Trim()));
    }

    public Decision Rename(RenameWorkspace command)
    {
        if (!Exists) return Missing;
        var validation = new Validation().Required("name", command.Name);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var name = command.Name.Trim();
        return name == Name ? Decision.Nothing : Decision.Accept(new WorkspaceRenamed(Name, name));
    }

    public Decision AddMember(AddMember command)
    {
        if (!Exists) return Missing;
        var validation = new Validation().Required("email", command.Email, 254).Required("name", command.Name);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (Members.Any(member => member.Id == command.MemberId)) return Refusal.Invalid("memberId", "This id is another member's.");
        if (Present.Any(member => Member.EmailKey(member.Email) == Member.EmailKey(command.Email))) return EmailTaken;
        if (Present.Count() >= MaxMembers) return new Refusal(RefusalCode.TooLong, $"A workspace has at most {MaxMembers} members.");
        if (CannotGive(command.Role, command.Held) is { } refusal) return refusal;
        return Decision.Accept(new MemberAdded(command.MemberId, command.Email.Trim(), command.Name.Trim(), command.Role)).About(command.MemberId);
    }

    public Decision ChangeMemberRole(ChangeMemberRole command)
    {
        if (Find(command.MemberId) is not { } member) return Refusal.NotFound("member", "memberId");
        if (member.Role == command.Role) return Decision.Nothing.About(member.Id);
        if (CannotGive(command.Role, command.Held) is { } refusal) return refusal;
        if (IsLastOwner(member)) return LastOwner("role");
        return Decision.Accept(new MemberRoleChanged(member.Id, member.Name, member.Role, command.Role)).About(member.Id);
    }

    public Decision RemoveMember(string memberId)
    {
        if (Members.FirstOrDefault(one => one.Id == memberId) is not { } member) return Refusal.NotFound("member", "memberId");
        if (member.RemovedAt is not null) return Decision.Nothing.About(member.Id);
        return IsLastOwner(member) ? LastOwner("memberId") : Decision.Accept(new MemberRemoved(member.Id, member.Name)).About(member.Id);
    }

    /// <summary>Somebody who is known by one subject is never taken for another, whatever e-mail address they show.</summary>
    public Decision LinkMember(string memberId, string subject)
    {
        if (Find(memberId) is not { } member) return Refusal.NotFound("member", "memberId");
        if (member.Subject == subject) return Decision.Nothing.About(member.Id);
        var validation = new Validation().Required("subject", subject, 1000)
            .Require(subject.Contains('|', StringComparison.Ordinal), "subject", "A subject is issuer|sub.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (member.Subject is not null) return new Refusal(RefusalCode.MemberExists, "This member signs in as somebody else already.");
        if (Present.Any(other => other.Subject == subject)) return SubjectTaken;
        return Decision.Accept(new MemberLinked(member.Id, member.Name, subject)).About(member.Id);
    }

    public Decision RecordExport(RecordExport command) =>
        Exists ? Decision.Accept(new DataExported(command.Kind, command.What, command.Rows, command.Format)) : Missing;

    private static Refusal Missing => Refusal.NotFound("workspace");

    private IEnumerable<Member> Present => Members.Where(member => member.RemovedAt is null);

    private Member? Find(string id) => Present.FirstOrDefault(member => member.Id == id);

    private bool IsLastOwner(Member member) => member.Role == Role.Owner && Present.Count(other => other.Role == Role.Owner) == 1;

    private static Refusal LastOwner(string field) =>
        new(RefusalCode.LastOwner, "This is the last owner of the workspace. Make another member an owner first.", field);

    // Tokens of one's own let nobody do more than their role, so they may be given by those who have none.
    private static Refusal? CannotGive(Role role, IEnumerable<Scope> held) => role == Role.Integration
        ? Refusal.Invalid("role", "INTEGRATION is for programs: create an integration token instead.")
        : BeyondHeld(RoleScopes.Of(role).Where(scope => scope != Scope.OwnTokens), held, "role");

    private static Refusal? BeyondHeld(IEnumerable<Scope> given, IEnumerable<Scope> held, string field) => given.Except(held).Order()
        .ToArray() is { Length: > 0 } beyond
        ? new Refusal(RefusalCode.BeyondOwnScopes, $"You cannot give what you do not have: {string.Join(", ", beyond.Select(scope => scope.Words()))}.", field)
        : null;
}
