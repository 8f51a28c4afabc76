using System.Collections.Immutable;

namespace CreatorCRM.Relationships;

/// <summary>What the health of a relationship is made of.</summary>
public enum HealthFactorKind
{
    /// <summary>How quickly they answer: 1 at once, a half after 72 hours on average, a quarter after 144.</summary>
    ReplyLatency,
    /// <summary>The share of content that was published by its due day.</summary>
    Reliability,
    /// <summary>How well their content was received, 0 to 1 on average.</summary>
    Results,
    /// <summary>The average mark of your ratings: 0 for 1, 1 for 5.</summary>
    Rating,
}

/// <summary>One part of the score.</summary>
/// <param name="Value">0 to 1; null while nothing is known, and then it does not count.</param>
/// <param name="Weight">Its share among the factors that are known.</param>
/// <param name="Source">The figures behind it, as a sentence.</param>
public sealed record HealthFactor(HealthFactorKind Kind, double? Value, double Weight, string Source);

/// <summary>
/// How well a relationship does: score = 100 x mean of the known factors by their weights x recency, where recency = 2^(-days since the last contact / 180). So
/// it decays when nobody talks. Every relationship decays at one pace, so that their order does not depend on when one looks: lists can be filtered and sorted
/// by it with an index.
/// </summary>
/// <param name="Score">0 to 100, rounded down.</param>
/// <param name="Recency">What is left of it after the time without contact, 0 to 1.</param>
public sealed record Health(int Score, double Recency, DateTimeOffset LastContactAt, ImmutableArray<HealthFactor> Factors)
{
    public static readonly TimeSpan HalfLife = TimeSpan.FromDays(180);

    /// <summary>The mean while no factor is known: neither good nor bad.</summary>
    private const double Unknown = 0.5;

    /// <summary>A mean below this counts as this, so that it has a logarithm.</summary>
    private const double Least = 0.001;

    // Logarithms of the databases and of this program may differ in the last digit; a millisecond of 180 days is far below a point of the score.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    private const double HoursThatHalveTheReplyLatency = 72;

    /// <summary>Null before the first contact: there is no relationship yet.</summary>
    public static Health? Of(RelationshipFacts facts, DateTimeOffset at)
    {
        if (facts.LastContactAt is not { } last) return null;
        var factors = FactorsOf(facts);
        var recency = Math.Min(1, Math.Pow(2, (last - at) / HalfLife));
        return new Health((int)Math.Clamp(Math.Floor(100 * Mean(factors) * recency + 1e-9), 0, 100), recency, last, factors);
    }

    /// <summary>
    /// When a relationship that began with 100 would have begun, to have come down to the same score: a better relationship has a later one, at any time. The
    /// tables keep it; here it says which one has a score at an instant.
    /// </summary>
    public static DateTimeOffset Anchor(int score, DateTimeOffset at) =>
        score <= 0 ? DateTimeOffset.MinValue : at + HalfLife * Math.Log2(Math.Min(score, 101) / 100d) - Rounding;

    private static ImmutableArray<HealthFactor> FactorsOf(RelationshipFacts facts) =>
    [
        new(HealthFactorKind.ReplyLatency, Share(facts.Replies, () => Math.Pow(2, -Hours(facts) / HoursThatHalveTheReplyLatency)), 0.25,
            facts.Replies == 0 ? "No message was answered yet." : Invariant($"{facts.Replies} answers, after {Hours(facts):0.#} hours on average.")),
        new(HealthFactorKind.Reliability, Share(facts.DeliverablesDue, () => (double)facts.DeliverablesOnTime / facts.DeliverablesDue), 0.30,
            facts.DeliverablesDue == 0
                ? "Nothing was published yet; what is overdue counts once it is."
                : $"{facts.DeliverablesOnTime} of {facts.DeliverablesDue} pieces of content were published in time."),
        new(HealthFactorKind.Results, Share(facts.Results, () => facts.ResultPoints / 100d / facts.Results), 0.20,
            facts.Results == 0
                ? "No figures of content are known yet."
                : Invariant($"{facts.Results} pieces of content scored {(double)facts.ResultPoints / facts.Results:0} of 100 on average.")),
        new(HealthFactorKind.Rating, Share(facts.Marks, () => ((double)facts.MarkPoints / facts.Marks - 1) / 4), 0.25,
            facts.Marks == 0
                ? "Nothing was rated yet."
                : Invariant($"{facts.Marks / 3} ratings with {(double)facts.MarkPoints / facts.Marks:0.0} of 5 on average.")),
    ];

    private static double Hours(RelationshipFacts facts) => facts.ReplySeconds / 3600d / facts.Replies;

    private static double? Share(long count, Func<double> share) => count == 0 ? null : share();

    private static double Mean(ImmutableArray<HealthFactor> factors)
    {
        var known = factors.Where(factor => factor.Value is not null).ToArray();
        return known.Length == 0 ? Unknown : Math.Max(Least, known.Sum(factor => factor.Value!.Value * factor.Weight) / known.Sum(factor => factor.Weight));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
