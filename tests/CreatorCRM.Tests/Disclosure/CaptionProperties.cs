using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CsCheck;

namespace CreatorCRM.Tests.Disclosure;

public sealed class CaptionProperties
{
    // Words that neither deny nor label anything, in no particular language; with the signs that captions are full of.
    private static readonly Gen<string> Chatter =
        OneOf("brot", "🥖", "Lumelle", "#backen", "@brotwerk", "\n", " ", ".", "!", "(", "2026", "https://brotwerk.example/ad", "é", "ﬁ", "\u200b", "-")
            .Array[0, 40].Select(pieces => string.Join(' ', pieces));

    private static readonly Gen<(string Country, string Label)> Labels = OneOf(
        ("DE", "Werbung"), ("DE", "#anzeige"), ("DE", "Bezahlte Werbung"), ("US", "#ad"), ("US", "Sponsored"), ("GB", "Ad"), ("GB", "#advert"),
        ("FR", "Publicité"), ("FR", "Collaboration commerciale"));

    private static readonly Gen<DeliverableKind> Kinds = Gen.Enum<DeliverableKind>();

    // Where the text folds.
    private static readonly Gen<DeliverableKind> Folding = OneOf(
        DeliverableKind.InstagramPost, DeliverableKind.InstagramReel, DeliverableKind.TiktokVideo, DeliverableKind.YoutubeVideo, DeliverableKind.LinkedinPost,
        DeliverableKind.PinterestPin, DeliverableKind.BlogPost);

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String, Gen.Char.Array[0, 60].Select(chars => new string(chars)), Chatter, OneOf([.. CaptionCase.All.SelectMany(example => example.Texts)]));

    [Fact]
    public void Text_after_a_label_at_the_start_never_makes_it_worse() =>
        Gen.Select(Labels, Kinds, Chatter, OneOf("\n", ": ", " | ", " – ")).Sample((label, kind, chatter, separator) =>
        {
            var text = label.Label + separator + chatter;
            Check(label.Country, kind, text).Outcome.ShouldBe(Check(label.Country, kind, label.Label).Outcome, text);
        });

    [Fact]
    public void Moving_a_label_behind_the_fold_never_makes_it_better() => Gen.Select(Labels, Folding, Chatter).Sample((label, kind, chatter) =>
    {
        var visible = Check(label.Country, kind, $"{label.Label}\n{chatter}").Outcome;
        var hidden = Check(label.Country, kind, $"{chatter}{string.Concat(Enumerable.Repeat("\nbrot", 200))}\n{label.Label}");
        (hidden.Outcome >= visible).ShouldBeTrue();
        hidden.Outcome.ShouldBe(DisclosureOutcome.NotCompliant);
    });

    [Fact]
    public void Case_and_width_do_not_matter() => Gen.Select(OneOf([.. CaptionCase.All]), Gen.Int[0, 2]).Sample((example, way) =>
    {
        var publication = example.Publication;
        Func<string, string> write = way switch { 0 => text => text.ToUpperInvariant(), 1 => text => text.ToLowerInvariant(), _ => Wide };
        var expected = DisclosureRules.Check(publication);
        var verdict = DisclosureRules.Check(publication with { Texts = [.. publication.Texts.Select(write)] });
        verdict.Outcome.ShouldBe(expected.Outcome);
        verdict.Findings.Select(Place).ShouldBe(expected.Findings.Select(Place));

        static (DisclosureFindingCode, int?, int?, int?) Place(DisclosureFinding finding) =>
            (finding.Code, finding.Place?.Part, finding.Place?.Offset, finding.Place?.Length);
    });

    [Fact]
    public void No_text_throws_and_every_quotation_is_found_at_its_place() =>
        Gen.Select(AnyText, AnyText, Kinds, OneOf("DE", "US", "GB", "FR")).Sample((first, second, kind, country) =>
        {
            string[] texts = [first, second];
            foreach (var finding in DisclosureRules.Check(Publication(country, kind, texts)).Findings)
            {
                if (finding.Place is not { Offset: { } offset, Length: { } length, Quote: { } quote } place) continue;
                texts[place.Part].Substring(offset, length).ShouldStartWith(quote.TrimEnd('…'));
            }
        });

    [Theory]
    [InlineData("DE", "a")]
    [InlineData("US", "#ad ")]
    [InlineData("US", "#ad the my of and ")]
    [InlineData("DE", "#a")]
    [InlineData("DE", "keine bezahlte ")]
    [InlineData("DE", "keine Werbung ")]
    [InlineData("FR", "🥖")]
    [InlineData("GB", "@b ")]
    [InlineData("DE", "\u200b")]
    [InlineData("DE", "ad.")]
    [InlineData("DE", "\n")]
    [InlineData("DE", "a\u0301")]
    public void A_text_of_300_000_characters_is_read_in_a_moment(string country, string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        // It takes a tenth of a second; work that grows with the square of the length would take ten seconds and more.
        Enumerable.Range(0, 3).Min(_ => Time(country, text)).ShouldBeLessThan(TimeSpan.FromSeconds(4));
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    // Of the processor, which a busy machine gives to others in between. What other tests of this process take meanwhile is counted, too.
    private static TimeSpan Time(string country, string text)
    {
        var before = Environment.CpuUsage.TotalTime;
        Check(country, DeliverableKind.InstagramPost, text);
        return Environment.CpuUsage.TotalTime - before;
    }

    private static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));

    private static DisclosureVerdict Check(string country, DeliverableKind kind, string text) => DisclosureRules.Check(Publication(country, kind, text));

    private static Publication Publication(string country, DeliverableKind kind, params string[] texts) =>
        new(country, new DateOnly(2026, 6, 1), kind, [Consideration.Paid], PlatformLabel: false, [.. texts]);
}
