using System.Collections.Immutable;

namespace CreatorCRM.Influencers;

/// <summary>What a person brings into a merge, and gets back when it is undone.</summary>
/// <param name="Accounts">Numbered by their ids, which they keep whoever has them.</param>
[GenerateSerializer, Immutable, Alias("belongings")]
public sealed record Belongings(
    string DisplayName, ImmutableArray<Account> Accounts, ImmutableArray<string> Niches, ImmutableArray<string> Tags, ImmutableArray<string> Languages,
    ImmutableArray<ContactPoint> ContactPoints, string? Country, string? Agency, string? Owner, string? Notes, bool IsCustomer, bool IsMinor,
    DoNotContact? DoNotContact);

/// <summary>What the survivor of a merge got that it did not have before; the rest was there already.</summary>
/// <param name="Country">Null when the survivor had one, or there was none; likewise the following.</param>
/// <param name="IsCustomer">It became one by the merge.</param>
/// <param name="IsMinor">It became one by the merge.</param>
/// <param name="DoNotContact">The other's objection; null when the survivor had one itself.</param>
public sealed record Inheritance(
    ImmutableArray<string> Niches, ImmutableArray<string> Tags, ImmutableArray<string> Languages, ImmutableArray<ContactPoint> ContactPoints, string? Country,
    string? Agency,
    string? Owner, string? Notes, bool IsCustomer, bool IsMinor, DoNotContact? DoNotContact);

/// <summary>Another person whom this one took over.</summary>
/// <param name="Since">From when on.</param>
/// <param name="Accounts">The ids of those that came along.</param>
/// <param name="WasMinor">This one was a minor before.</param>
/// <param name="Parted">What went back, as it was then; null while they are one.</param>
public sealed record Absorption(string Merge, string Influencer, string Name, DateTimeOffset Since, ImmutableArray<string> Accounts, Inheritance Inherited,
    bool WasMinor, Parting? Parted = null);

/// <summary>What a person who is one of their own again gets back from the one that had taken them over.</summary>
/// <param name="Accounts">With the figures recorded since.</param>
/// <param name="DoNotContact">An objection that somebody recorded meanwhile: it may have been this person's.</param>
/// <param name="IsMinor">Somebody recorded it meanwhile.</param>
[GenerateSerializer, Immutable, Alias("parting")]
public sealed record Parting(ImmutableArray<Account> Accounts, DoNotContact? DoNotContact, bool IsMinor);

/// <summary>The merge that made this person part of another one, and what they keep for the day on which it is undone.</summary>
public sealed record MergedAway(string Merge, string Into, string IntoName, DateTimeOffset Since, Belongings Given)
{
    public Refusal Refusal(string field = "influencerId") => Merged(Into, IntoName, field);

    public static Refusal Merged(string into, string intoName, string field) =>
        new(RefusalCode.InfluencerMerged, $"This influencer was merged into {intoName} ({into}). Work with that one, or undo the merge.", field);
}
