using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.Api;

/// <summary>What a partnership costs, explained component by component.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class PartnershipCost
{
    private readonly Cost _cost;

    internal PartnershipCost(string basis) => _cost = CompensationLedger.Of(CrmJson.Read<CostBasis>(basis));

    /// <summary>
    /// What the brand is bound to at most. Null while no amount is in any currency, as with a percentage before the first sale; likewise below.
    /// </summary>
    public Money? Committed => Amount(_cost.Committed);

    /// <summary>What the influencer has a right to so far.</summary>
    public Money? Earned => Amount(_cost.Earned);

    /// <summary>What was paid.</summary>
    public Money? Paid => Amount(_cost.Paid);

    /// <summary>The currency of all amounts.</summary>
    public Currency? CurrencyCode => _cost.Currency;

    /// <summary>
    /// One for each agreed component, in the order of the agreement. When a contract is renewed, or a partnership that was given up comes to another agreement,
    /// the components of the agreement before stay, with what was earned for them, and those of the next one follow.
    /// </summary>
    public IReadOnlyList<ComponentCost> Components => [.. _cost.Components.Select(line => new ComponentCost(
        line.Number, line.Component.ToNode(), Amount(line.Committed), Amount(line.Earned), Amount(line.Paid), line.Component.DueOn, line.Explanation))];

    private Money? Amount(long minor) => _cost.Currency is { } currency ? new Money(minor, currency) : null;
}

/// <summary>What one component of a partnership costs.</summary>
/// <param name="Number">Counts the components of all agreements of the partnership, from 1: those of a renewal go on counting where the term before ended, so a
/// number always means the same component.</param>
/// <param name="Component">What was agreed.</param>
/// <param name="Committed">What the brand is bound to at most: the amount of a fee or bonus, the value of products, the cap of a share of sales or, without
/// one, what is earned.</param>
/// <param name="Earned">What the influencer has a right to so far.</param>
/// <param name="Paid">What was paid for it.</param>
/// <param name="UnlocksOn">What makes it due.</param>
/// <param name="Explanation">One sentence that says why.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record ComponentCost(int Number, ICompensationComponent Component, Money? Committed, Money? Earned, Money? Paid, Unlock UnlocksOn,
    string Explanation);
