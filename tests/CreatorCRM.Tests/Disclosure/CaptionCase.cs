using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CreatorCRM.Journal;

namespace CreatorCRM.Tests.Disclosure;

/// <summary>A caption that a person judged. People and brands are invented.</summary>
/// <param name="Name">A sentence that tells what is special about it.</param>
/// <param name="On">The day of publication; null is a day on which the newest rules apply.</param>
/// <param name="Kind">Null is a post on Instagram.</param>
/// <param name="For">What was given in return; null is money.</param>
/// <param name="Texts">Several for the slides of a story.</param>
/// <param name="Codes">Of the findings, the worst first.</param>
/// <param name="Quotes">The words that the findings quote, in their order; those about something absent quote nothing.</param>
/// <param name="Why">The person's reason.</param>
public sealed record CaptionCase(
    string Name, string Country, DateOnly? On, DeliverableKind? Kind, ImmutableArray<Consideration>? For, bool PlatformLabel, ImmutableArray<string> Texts,
    DisclosureOutcome Verdict, ImmutableArray<DisclosureFindingCode> Codes, ImmutableArray<string> Quotes, string Why)
{
    public static IReadOnlyList<CaptionCase> All { get; } = JsonSerializer.Deserialize<CaptionCase[]>(File.ReadAllText(FilePath()), CrmJson.Options)!;

    public Publication Publication =>
        new(Country, On ?? new DateOnly(2026, 6, 1), Kind ?? DeliverableKind.InstagramPost, For ?? [Consideration.Paid], PlatformLabel, Texts);

    public override string ToString() => $"{Country}: {Name}";

    private static string FilePath([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "captions.json");
}
