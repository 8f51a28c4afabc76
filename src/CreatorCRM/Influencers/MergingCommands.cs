namespace CreatorCRM.Influencers;

/// <summary>Makes the person part of another one and takes from them what the other gets.</summary>
[GenerateSerializer, Immutable, Alias("merge-away")]
public sealed record MergeAway(string Merge, string Into, string IntoName, string? Reason);

/// <summary>Takes over what another person has.</summary>
/// <param name="Partnerships">How many come along.</param>
[GenerateSerializer, Immutable, Alias("absorb-influencer")]
public sealed record AbsorbInfluencer(string Merge, string Influencer, Belongings Belongings, int Partnerships);

/// <summary>Gives back what came with a person who was taken over.</summary>
[GenerateSerializer, Immutable, Alias("separate-influencer")]
public sealed record SeparateInfluencer(string Merge);

/// <summary>Makes the person one of their own again.</summary>
[GenerateSerializer, Immutable, Alias("restore-influencer")]
public sealed record RestoreInfluencer(string Merge, Parting Parting);
