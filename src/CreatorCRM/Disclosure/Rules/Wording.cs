using System.Collections.Immutable;

namespace CreatorCRM.Disclosure.Rules;

/// <summary>All that a version of the rules says about one phrase.</summary>
internal sealed class Wording
{
    private readonly List<AcceptedLabel> _accepted = [];
    private readonly List<DoubtfulLabel> _doubtful = [];

    /// <summary>It says that there is no advertising.</summary>
    public bool Denies { get; set; }

    /// <summary>It contains words of a label and is none.</summary>
    public bool IsHarmless { get; set; }

    /// <summary>A country whose rules accept it, when these do not.</summary>
    public string? AcceptedElsewhere { get; set; }

    public void Add(AcceptedLabel label) => _accepted.Add(label);

    public void Add(DoubtfulLabel label) => _doubtful.Add(label);

    /// <summary>Null when it does not disclose everything that was given.</summary>
    public AcceptedLabel? Accepted(ImmutableArray<Consideration> given) =>
        _accepted.Find(label => label.For is not { } covered || given.All(consideration => covered.Contains(consideration)));

    /// <summary>The strictest objection; null when there is none.</summary>
    public DoubtfulLabel? Doubted(ImmutableArray<Consideration> given) =>
        _doubtful.Where(label => label.For is not { } about || given.Any(consideration => about.Contains(consideration))).MaxBy(label => label.Outcome);

    /// <summary>The label that it would be for another consideration; null when there is none.</summary>
    public AcceptedLabel? ForOthers => _accepted.Count > 0 ? _accepted[0] : null;
}
