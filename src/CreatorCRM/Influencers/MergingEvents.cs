using System.Collections.Immutable;
using System.Globalization;

namespace CreatorCRM.Influencers;

[EventType("influencer.merged")]
public sealed record InfluencerMerged(string Merge, string Name, string Into, string IntoName, string? Reason) : IEvent
{
    public string Summary => $"{Name} was merged into {IntoName}{(Reason is null ? "" : $": {Reason}")}.";
}

[EventType("influencer.absorbed")]
public sealed record InfluencerAbsorbed(string Merge, string Influencer, string Name, ImmutableArray<Account> Accounts, Inheritance Inherited, int Partnerships) : IEvent
{
    public string Summary => string.Create(CultureInfo.InvariantCulture,
        $"{Name} turned out to be the same person and was taken over: {Counted(Accounts.Length, "account")}, {Counted(Partnerships, "partnership")}.");

    internal static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}

[EventType("influencer.separated")]
public sealed record InfluencerSeparated(string Merge, string Influencer, string Name, int Accounts) : IEvent
{
    public string Summary => $"{Name} is a person of their own again and got {InfluencerAbsorbed.Counted(Accounts, "account")} back.";
}

[EventType("influencer.restored")]
public sealed record InfluencerRestored(string Merge, string Name, string FromName, Parting Parting) : IEvent
{
    public string Summary => $"{Name} is a person of their own again: the merge into {FromName} was undone.";
}
