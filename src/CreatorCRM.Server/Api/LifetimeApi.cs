using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Relationships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>What all partnerships with a person cost and brought.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class LifetimeFigures(Lifetime lifetime)
{
    /// <summary>Cost and sales in each currency, by its code.</summary>
    public IReadOnlyList<LifetimeSpend> Spends => [.. lifetime.Money.Select(money => new LifetimeSpend(money))];

    /// <summary>How many pieces of content were published.</summary>
    public long Posts => lifetime.Results.Posts;

    /// <summary>Of all posts by their latest figures; what is unknown adds nothing. Likewise the other figures.</summary>
    public long Impressions => lifetime.Results.Impressions;

    /// <summary>Likes, comments, shares and saves.</summary>
    public long Engagements => lifetime.Results.Engagements;

    /// <summary>Clicks on links in posts.</summary>
    public long LinkClicks => lifetime.Results.LinkClicks;
}

/// <summary>What partnerships cost and sold, in one currency.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class LifetimeSpend(LifetimeMoney money)
{
    /// <summary>The currency of all amounts.</summary>
    public Currency CurrencyCode => Currency.Parse(money.Currency);

    /// <summary>What the brand is bound to at most.</summary>
    public Money Committed => Amount(money.CommittedMinor);

    /// <summary>What the person has a right to so far.</summary>
    public Money Earned => Amount(money.EarnedMinor);

    /// <summary>What was paid.</summary>
    public Money Paid => Amount(money.PaidMinor);

    /// <summary>Sales to customers that came of it, less what went back to them. The person's own purchases do not count.</summary>
    public Money Revenue => Amount(money.SoldMinor);

    /// <summary>How many orders of customers that is.</summary>
    public long Sales => money.Sales;

    /// <summary>Return on ad spend = revenue / cost, the cost being what is earned; to 4 decimals. Null while nothing is earned.</summary>
    public decimal? Roas => money.EarnedMinor == 0 ? null : decimal.Round((decimal)money.SoldMinor / money.EarnedMinor, 4);

    private Money Amount(long minor) => new(minor, CurrencyCode);
}

[Extends(typeof(Relationship))]
[Requires(Scope.RelationshipsRead)]
public static class RelationshipLifetime
{
    /// <summary>What all partnerships with this person cost and brought.</summary>
    public static IDataLoaderResult<LifetimeFigures> Lifetime(Relationship relationship, LifetimeOfInfluencers loader, PastPartnershipsOf past) => relationship.Influencer.At is { } at
        ? past.Load(CreatorCRM.Influencers.Influencer.Kind, relationship.Influencer.Key, at)
            .Then(partnerships => new LifetimeFigures(Relationships.Lifetime.Of(partnerships)))
        : loader.LoadAsync(relationship.Influencer.Key).Then(found => found ?? new LifetimeFigures(Relationships.Lifetime.Empty));
}

public sealed class LifetimeOfInfluencers(LifetimeQueries lifetimes, Caller caller) : BatchLoader<string, LifetimeFigures>
{
    protected override async Task<IReadOnlyDictionary<string, LifetimeFigures>> LoadBatch(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        (await lifetimes.Of(caller.Workspace, keys, cancellation)).ToDictionary(one => one.Key, one => new LifetimeFigures(one.Value));
}
