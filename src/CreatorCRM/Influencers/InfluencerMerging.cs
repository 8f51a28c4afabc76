using System.Collections.Immutable;
using CreatorCRM.Merges;

namespace CreatorCRM.Influencers;

/// <summary>
/// What an influencer's part in a merge comes to. Each step does nothing when it was done for this merge before, so it can be repeated. Accounts keep their
/// ids, and their rows go from one owner to the other within one commit, so no reader sees one twice and no third person can take its handle. Pure.
/// </summary>
public partial record Influencer
{
    /// <summary>While merged into another one: what was given to it is kept here. Null for a person of their own.</summary>
    public MergedAway? Merged { get; init; }

    /// <summary>Those whom this one took over, in that order, and those who left again.</summary>
    public ImmutableArray<Absorption> Absorptions { get; init; } = [];

    public Belongings Belongings => Merged?.Given ?? new Belongings(
        DisplayName, [.. Accounts.Select(account => account with { Number = AccountId(account) })], Niches, Tags, Languages, ContactPoints, Country, Agency,
        Owner, Notes, IsCustomer, IsMinor, DoNotContact);

    /// <summary>Nothing else is done with a person who is part of another one.</summary>
    public Decision Own(Func<Decision> decide) => Merged is { } merged ? merged.Refusal() : decide();

    public Decision MergeAway(MergeAway command)
    {
        if (!Exists) return Refusal.NotFound("influencer", "mergedId");
        if (Merged is { } merged) return merged.Merge == command.Merge ? Decision.Nothing : merged.Refusal("mergedId");
        return Decision.Accept(new InfluencerMerged(command.Merge, DisplayName, command.Into, command.IntoName, command.Reason))
            .Provided(MergeGuard.Running(command.Merge));
    }

    public Decision Absorb(AbsorbInfluencer command)
    {
        if (!Exists) return Refusal.NotFound("influencer", "survivorId");
        if (Absorptions.Any(one => one.Merge == command.Merge)) return Decision.Nothing;
        if (Merged is { } merged) return merged.Refusal("survivorId");
        var theirs = command.Belongings;
        return Decision.Accept(new InfluencerAbsorbed(command.Merge, command.Influencer, theirs.DisplayName, theirs.Accounts, Inherit(theirs),
            command.Partnerships)).Provided(MergeGuard.Running(command.Merge));
    }

    public Decision Separate(SeparateInfluencer command)
    {
        if (Absorptions.FirstOrDefault(one => one.Merge == command.Merge) is not { } absorbed) return Refusal.NotFound("merge", "mergeId");
        if (absorbed.Parted is not null) return Decision.Nothing;
        if (Merged is { } merged) return merged.Refusal("mergeId");
        return Decision.Accept(new InfluencerSeparated(command.Merge, absorbed.Influencer, absorbed.Name, absorbed.Accounts.Length));
    }

    public Decision Restore(RestoreInfluencer command)
    {
        if (!Exists) return Refusal.NotFound("influencer", "mergeId");
        return Merged is { } merged && merged.Merge == command.Merge
            ? Decision.Accept(new InfluencerRestored(command.Merge, DisplayName, merged.IntoName, command.Parting))
            : Decision.Nothing;
    }

    /// <summary>What this one gets from the other: lists are joined, what is empty is filled, and an objection or a minor's protection is never lost.</summary>
    public Inheritance Inherit(Belongings theirs) => new(
        [.. theirs.Niches.Except(Niches)], [.. theirs.Tags.Except(Tags)], [.. theirs.Languages.Except(Languages)],
        [.. theirs.ContactPoints.Except(ContactPoints)],
        Country is null ? theirs.Country : null, Agency is null ? theirs.Agency : null, Owner is null ? theirs.Owner : null,
        Notes is null ? theirs.Notes : null,
        theirs.IsCustomer && !IsCustomer, theirs.IsMinor && !IsMinor, DoNotContact is null ? theirs.DoNotContact : null);

    private Influencer Apply(InfluencerMerged e, EventMeta meta) => this with
    {
        Merged = new MergedAway(e.Merge, e.Into, e.IntoName, meta.OccurredAt, Belongings),
        Accounts = [],
        Niches = [],
        Tags = [],
        Languages = [],
        ContactPoints = [],
    };

    private Influencer Apply(InfluencerAbsorbed e, EventMeta meta) => this with
    {
        Absorptions = Absorptions.Add(new Absorption(e.Merge, e.Influencer, e.Name, meta.OccurredAt, [.. e.Accounts.Select(account => account.Number)],
            e.Inherited, IsMinor)),
        Accounts = [.. Accounts, .. e.Accounts.Select(account => account with { Number = NumberOf(account.Number) })],
        Niches = [.. Niches, .. e.Inherited.Niches],
        Tags = [.. Tags, .. e.Inherited.Tags],
        Languages = [.. Languages, .. e.Inherited.Languages],
        ContactPoints = [.. ContactPoints, .. e.Inherited.ContactPoints],
        Country = Country ?? e.Inherited.Country,
        Agency = Agency ?? e.Inherited.Agency,
        Owner = Owner ?? e.Inherited.Owner,
        Notes = Notes ?? e.Inherited.Notes,
        IsCustomer = IsCustomer || e.Inherited.IsCustomer,
        IsMinor = IsMinor || e.Inherited.IsMinor,
        DoNotContact = DoNotContact ?? e.Inherited.DoNotContact,
    };

    // What was inherited and is so still goes; what somebody changed meanwhile stays.
    private Influencer Apply(InfluencerSeparated e)
    {
        var absorbed = Absorptions.First(one => one.Merge == e.Merge);
        var inherited = absorbed.Inherited;
        var leaving = Accounts.Where(account => absorbed.Accounts.Contains(AccountId(account))).ToImmutableArray();
        var parted = new Parting(
            [.. leaving.Select(account => account with { Number = AccountId(account) })], DoNotContact?.Since > absorbed.Since ? DoNotContact : null,
            IsMinor && !absorbed.WasMinor);
        return this with
        {
            Absorptions = Absorptions.Replace(absorbed, absorbed with { Parted = parted }),
            Accounts = Accounts.RemoveAll(account => leaving.Contains(account)),
            Niches = Niches.RemoveRange(inherited.Niches),
            Tags = Tags.RemoveRange(inherited.Tags),
            Languages = Languages.RemoveRange(inherited.Languages),
            ContactPoints = ContactPoints.RemoveRange(inherited.ContactPoints),
            Country = Left(Country, inherited.Country),
            Agency = Left(Agency, inherited.Agency),
            Owner = Left(Owner, inherited.Owner),
            Notes = Left(Notes, inherited.Notes),
            IsCustomer = IsCustomer && !inherited.IsCustomer,
            IsMinor = IsMinor && !inherited.IsMinor,
            DoNotContact = inherited.DoNotContact is not null && DoNotContact == inherited.DoNotContact ? null : DoNotContact,
        };
    }

    private Influencer Apply(InfluencerRestored e)
    {
        var given = Merged!.Given;
        return this with
        {
            Merged = null,
            Accounts = [.. e.Parting.Accounts.Select(account => account with { Number = NumberOf(account.Number) })],
            Niches = given.Niches,
            Tags = given.Tags,
            Languages = given.Languages,
            ContactPoints = given.ContactPoints,
            IsMinor = IsMinor || e.Parting.IsMinor,
            DoNotContact = DoNotContact ?? e.Parting.DoNotContact,
        };
    }

    /// <summary>
    /// An account is numbered among those that were added to the person; one that came along in a merge keeps its id instead, which has a point.
    /// </summary>
    public static string AccountId(string influencer, string number) => number.Contains('.', StringComparison.Ordinal) ? number : $"{influencer}.{number}";

    /// <summary>The number of an account among those of its owner.</summary>
    public static string AccountNumber(string influencer, string id) =>
        id.StartsWith($"{influencer}.", StringComparison.Ordinal) ? id[(influencer.Length + 1)..] : id;

    private string AccountId(Account account) => AccountId(Key.Id, account.Number);

    private string NumberOf(string id) => AccountNumber(Key.Id, id);

    private static string? Left(string? now, string? inherited) => inherited is not null && now == inherited ? null : now;
}
