using System.Collections.Frozen;
using System.Collections.Immutable;
using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure.Text;

namespace CreatorCRM.Disclosure.Rules;

/// <summary>Every country's rules in all their versions, ready for checking.</summary>
internal sealed class RuleBook
{
    private readonly ImmutableArray<RuleVersion> _versions;
    private readonly FrozenDictionary<DeliverableKind, PlatformView> _views;

    private RuleBook(ImmutableArray<CountryRules> countries, ImmutableArray<PlatformView> platforms)
    {
        Countries = countries;
        _versions = [.. from rules in countries orderby rules.ValidFrom descending select new RuleVersion(rules, WordingsOf(rules, countries))];
        _views = platforms.SelectMany(view => view.Kinds.Select(kind => (kind, view))).ToFrozenDictionary(pair => pair.kind, pair => pair.view);
        Languages = RuleFiles.SmallWords()
            .SelectMany(language => language.Value.Select(word => (Word: CaptionTokens.Words(word).Single(), Language: language.Key)))
            .Distinct().GroupBy(pair => pair.Word).Where(group => group.Count() == 1).Select(group => group.Single())
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Language, StringComparer.Ordinal);
    }

    public static RuleBook Default { get; } = new(RuleFiles.Countries(), RuleFiles.Platforms());

    public ImmutableArray<CountryRules> Countries { get; }

    /// <summary>The language of frequent small words that only one language has.</summary>
    public FrozenDictionary<string, string> Languages { get; }

    /// <summary>The version of that day; null when there is none.</summary>
    public RuleVersion? Of(string country, DateOnly day) =>
        _versions.FirstOrDefault(version => version.Rules.Country == country && version.Rules.ValidFrom <= day);

    public PlatformView ViewOf(DeliverableKind kind) => _views[kind];

    private static PhraseIndex<Wording> WordingsOf(CountryRules rules, ImmutableArray<CountryRules> countries)
    {
        var wordings = new PhraseIndex<Wording>();
        foreach (var phrase in RuleFiles.Denials().Values.SelectMany(phrases => phrases)) Of(phrase).Denies = true;
        foreach (var phrase in rules.NotLabels) Of(phrase).IsHarmless = true;
        foreach (var label in rules.Labels)
            foreach (var phrase in label.Words) Of(phrase).Add(label);
        foreach (var label in rules.Doubtful)
            foreach (var phrase in label.Words) Of(phrase).Add(label);
        foreach (var other in countries.Where(other => other.Country != rules.Country))
            foreach (var phrase in other.Labels.SelectMany(label => label.Words)) Of(phrase).AcceptedElsewhere ??= other.Country;
        return wordings;

        Wording Of(string phrase) => wordings.Add(phrase, () => new Wording());
    }
}

/// <summary>One version of a country's rules with the phrases that it knows.</summary>
internal sealed record RuleVersion(CountryRules Rules, PhraseIndex<Wording> Wordings);
