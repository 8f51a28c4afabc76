using System.Collections.Immutable;
using CreatorCRM.Disclosure.Rules;

namespace CreatorCRM.Disclosure;

/// <summary>
/// Holds a publication's text against the rules of a country on the day of publication. It reads text alone: what a picture shows or a voice says is for a
/// person to judge, and no verdict is legal advice.
/// </summary>
public static class DisclosureRules
{
    /// <summary>Every version of every country's rules, for showing them.</summary>
    public static ImmutableArray<CountryRules> All => RuleBook.Default.Countries;

    /// <summary>Gives the same verdict for the same publication for ever, as long as the version of the rules is not edited.</summary>
    public static DisclosureVerdict Check(Publication publication)
    {
        var version = RuleBook.Default.Of(publication.Country, publication.Day);
        var (outcome, findings) = publication.Considerations.IsDefaultOrEmpty ? (DisclosureOutcome.NotRequired, [])
            : version is null ? NoRules(publication)
            : new PublicationCheck(version, RuleBook.Default, publication).Run();
        return new DisclosureVerdict(outcome, publication.Country, publication.Day, version?.Rules.Version, findings);
    }

    private static (DisclosureOutcome, ImmutableArray<DisclosureFinding>) NoRules(Publication publication)
    {
        var message = $"No rules of {publication.Country} for {publication.Day:yyyy-MM-dd} are known: a person has to judge.";
        return (DisclosureOutcome.Unclear, [new(DisclosureFindingCode.NoRules, DisclosureOutcome.Unclear, message, Source: null, Place: null)]);
    }
}
