using System.Collections.Immutable;

namespace CreatorCRM.Access;

/// <summary>A brand's or agency's data apart from everybody else's: its name, and who may do what in it.</summary>
public sealed partial record Workspace : IAggregate<Workspace>
{
    /// <summary>So many tokens that work no more are remembered; the audit log remembers all.</summary>
    public const int EndedTokensKept = 100;

    public static string Kind => "workspace";
    public static int Shape => 1;

    public static IReadOnlyList<UniqueRule> UniqueRules { get; } =
    [
        new("members", "ux_members_email", ["email_key", "workspace"], EmailTaken),
        new("members", "ux_members_subject", ["subject", "workspace"], SubjectTaken),
    ];

    public required EntityKey Key { get; init; }
    public long Version { get; init; }
    public string Name { get; init; } = "";
    public ImmutableArray<Member> Members { get; init; } = [];
    public ImmutableArray<AccessToken> Tokens { get; init; } = [];

    /// <summary>The default workspace is there from the start.</summary>
    public bool Exists => Name.Length > 0;

    public IEnumerable<Subject> RelatedSubjects => [];

    public static Workspace New(EntityKey key) => new() { Key = key, Name = key == WorkspaceKey.GrainOf(WorkspaceKey.Default) ? "Default" : "" };

    public Workspace Apply(IEvent @event, EventMeta meta) => (@event switch
    {
        WorkspaceCreated e => this with { Name = e.Name },
        WorkspaceRenamed e => this with { Name = e.To },
        MemberAdded e => this with { Members = Members.Add(new Member(e.Member, e.Email, e.Name, e.Role, null, meta.RecordedAt, null)) },
        MemberRoleChanged e => Changing(e.Member, member => member with { Role = e.To }),
        MemberLinked e => Changing(e.Member, member => member with { Subject = e.Subject }),
        MemberRemoved e => Changing(e.Member, member => member with { RemovedAt = meta.RecordedAt }),
        TokenCreated e => this with { Tokens = [.. Remembered(meta.RecordedAt), e.ToToken(meta.RecordedAt)] },
        TokenRevoked e => this with { Tokens = [.. Tokens.Select(token => token.Id == e.Token ? token with { RevokedAt = meta.RecordedAt } : token)] },
        DataExported => this,
        _ => throw new InvalidOperationException($"{@event.GetType().Name} is no event of a workspace."),
    }) with { Version = meta.Version };

    private Workspace Changing(string member, Func<Member, Member> change) =>
        this with { Members = [.. Members.Select(one => one.Id == member ? change(one) : one)] };

    private IEnumerable<AccessToken> Remembered(DateTimeOffset now)
    {
        var surplus = Tokens.Count(token => !token.WorksAt(now)) - EndedTokensKept;
        return Tokens.Where(token => token.WorksAt(now) || surplus-- <= 0);
    }
}
