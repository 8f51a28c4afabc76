using System.Collections.Immutable;
using System.Globalization;
using CreatorCRM.Relationships;

namespace CreatorCRM.Influencers;

/// <summary>What an influencer's commands come to. Pure: state and command in, events or refusals out.</summary>
public partial record Influencer
{
    public const int MaxAccounts = 50;
    public const int MaxContactPoints = 20;
    private static readonly DateTimeOffset EarliestMetrics = new(2004, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Decision Create(CreateInfluencer command, DateTimeOffset now)
    {
        if (Exists) return new Refusal(RefusalCode.Invalid, "This influencer exists already.");
        var details = Clean(command.Details);
        var validation = new Validation().Required("displayName", command.DisplayName).Count("accounts", command.Accounts, MaxAccounts);
        Check(validation, details);
        for (var i = 0; i < command.Accounts.Length; i++) Check(validation, $"accounts.{i}.", command.Accounts[i]);
        Duplicates(validation, command.Accounts);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);

        var events = ImmutableArray.CreateBuilder<IEvent>();
        events.Add(new InfluencerCreated(command.DisplayName.Trim()));
        if (OnlyNew(details) is { } changes) events.Add(new InfluencerProfileUpdated(changes));
        for (var i = 0; i < command.Accounts.Length; i++) events.AddRange(Adding((i + 1).ToString(CultureInfo.InvariantCulture), command.Accounts[i], now));
        return Decision.Accept(events.ToImmutable());
    }

    public Decision Update(InfluencerChanges command)
    {
        if (!Exists) return Refusal.NotFound("influencer", "influencerId");
        var changes = Clean(command);
        var validation = new Validation();
        Check(validation, changes);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return OnlyNew(changes) is { } news ? Decision.Accept(new InfluencerProfileUpdated(news)) : Decision.Nothing;
    }

    public Decision AddAccount(NewAccount command, DateTimeOffset now)
    {
        if (!Exists) return Refusal.NotFound("influencer", "influencerId");
        var validation = new Validation();
        Check(validation, "", command);
        Duplicates(validation, [.. Accounts.Select(account => new NewAccount(account.Platform, account.Handle)), command]);
        validation.Require(Accounts.Length < MaxAccounts, "handle", $"An influencer may have at most {MaxAccounts} accounts.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = NextAccount(0);
        return Decision.Accept([.. Adding(number, command, now)]).About(number);
    }

    public Decision Record(RecordMetrics command, DateTimeOffset now)
    {
        if (!Exists) return Refusal.NotFound("influencer", "accountId");
        if (Accounts.FirstOrDefault(account => account.Number == command.Account) is not { } account) return Refusal.NotFound("account", "accountId");
        var validation = new Validation().Instant("takenAt", command.TakenAt, EarliestMetrics, now.AddDays(1));
        Check(validation, "", command.Metrics);
        validation.Require(command.Metrics != Metrics.Unknown, "followers", "Give at least one figure.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept(Recording(account.Number, account.Platform, account.Handle, command.Metrics, command.TakenAt ?? now)).About(account.Number);
    }

    public Decision Set(SetDoNotContact command)
    {
        if (!Exists) return Refusal.NotFound("influencer", "influencerId");
        var validation = new Validation().Required("reason", command.Reason, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return DoNotContact?.Reason == command.Reason.Trim() ? Decision.Nothing : Decision.Accept(new DoNotContactSet(command.Reason.Trim()));
    }

    public Decision Lift(LiftDoNotContact command)
    {
        if (!Exists) return Refusal.NotFound("influencer", "influencerId");
        var validation = new Validation().Required("reason", command.Reason, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return DoNotContact is null ? Decision.Nothing : Decision.Accept(new DoNotContactLifted(command.Reason.Trim()));
    }

    public Decision Set(SetRelationshipStage command)
    {
        if (!Exists) return Refusal.NotFound("influencer", "influencerId");
        var validation = new Validation().Text("reason", command.Reason, 1000);
        if (command.Stage is { } asked)
            validation.Require(RelationshipStages.CanBeSet(asked), "stage",
                $"A relationship is {asked.Words()} because of what happened, not because somebody says so.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return command.Stage switch
        {
            { } stage when ManualStage?.Stage == stage => Decision.Nothing,
            { } stage => Decision.Accept(new RelationshipStageSet(stage, command.Reason)),
            null when ManualStage is null => Decision.Nothing,
            null => Decision.Accept(new RelationshipStageReleased(command.Reason)),
        };
    }

    // Accounts come and go in merges, so it is not their count.
    private string NextAccount(int added) =>
        PartNumber.Text(Accounts.Where(account => !account.Number.Contains('.', StringComparison.Ordinal)).Select(account => PartNumber.Parse(account.Number))
            .DefaultIfEmpty().Max() + added + 1);

    private static IEnumerable<IEvent> Adding(string number, NewAccount account, DateTimeOffset now)
    {
        var handle = Handle.Clean(account.Handle);
        yield return new AccountAdded(number, account.Platform, handle, account.Url?.Trim());
        if (account.Metrics is { } metrics && metrics != Metrics.Unknown) yield return Recording(number, account.Platform, handle, metrics, now);
    }

    private static MetricsRecorded Recording(string number, Platform platform, string handle, Metrics metrics, DateTimeOffset takenAt) =>
        new(number, platform, handle, metrics, EngagementRate.From(platform, metrics), takenAt);

    private static void Duplicates(Validation validation, ImmutableArray<NewAccount> accounts)
    {
        foreach (var twice in accounts.GroupBy(account => (account.Platform, Handle.Key(account.Handle ?? ""))).Where(group => group.Count() > 1))
            validation.Add(Refusal.Invalid("accounts", $"@{twice.Key.Item2} on {twice.Key.Platform.Words()} is named twice."));
    }
}
