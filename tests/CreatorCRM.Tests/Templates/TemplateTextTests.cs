using CreatorCRM.Common;
using CreatorCRM.Templates;
using CsCheck;

namespace CreatorCRM.Tests.Templates;

public sealed class TemplateTextTests
{
    private static readonly Dictionary<string, string?> Known = new()
    {
        ["influencer.name"] = "Mia {{ owner }} <b>",
        ["influencer.firstName"] = "Mia",
        ["campaign.brand"] = null
    };

    [Theory]
    [InlineData("Dear {{ influencer.firstName }}!", "Dear Mia!", "")]
    [InlineData("{{influencer.firstName}}{{ influencer.firstName }}", "MiaMia", "")]
    [InlineData("From { us } and }} {{ campaign.brand | default: \"our bakery\" }}", "From { us } and }} our bakery", "")]
    [InlineData("{{ campaign.brand | default: '' }}.", ".", "")]
    [InlineData("By {{ campaign.brand }}, {{ owner }} {{ owner }}", "By ,  ", "campaign.brand owner")]
    [InlineData("{{ influencer.name }}", "Mia {{ owner }} <b>", "")]
    public void Placeholders_give_way_to_what_is_known_once_and_as_it_is(string text, string expected, string missing)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        TemplateText.Parse(text).Render(Known, found).ShouldBe(expected);
        string.Join(' ', found).ShouldBe(missing);
    }

    [Theory]
    [InlineData("Dear {{ influencer.nmae }}", 1, 9)]
    [InlineData("Dear\n\n  {{ influencer.firstName", 3, 3)]
    [InlineData("{% for x in y %}", 1, 1)]
    [InlineData("a\nb {{ influencer.name | upcase }}", 2, 3)]
    [InlineData("{{ }}", 1, 1)]
    [InlineData("{{ Influencer.Name }}", 1, 4)]
    public void A_mistake_is_told_with_its_line_and_column(string text, int line, int column)
    {
        var problem = TemplateText.ProblemsOf(text)[0];
        (problem.Line, problem.Column).ShouldBe((line, column));
        var refusal = problem.ToRefusal("body");
        (refusal.Code, refusal.Message).ShouldBe((RefusalCode.InvalidTemplate, $"Line {line}, column {column}: {problem.Message}"));
        Should.Throw<FormatException>(() => TemplateText.Parse(text));
    }

    [Fact]
    public void Whatever_is_typed_is_either_told_as_wrong_or_rendered_within_bounds() =>
        Gen.OneOf(Gen.Const("{{"), Gen.Const("}}"), Gen.Const("{%"), Gen.Const(" influencer.name "), Gen.Const("| default: 'x'"), Gen.Const("\n"),
            Gen.Char.Select(c => c.ToString()))
            .Array[0, 30].Select(string.Concat).Sample(text =>
            {
                var problems = TemplateText.ProblemsOf(text);
                foreach (var problem in problems)
                {
                    var lines = text.Split('\n');
                    problem.Line.ShouldBeInRange(1, lines.Length);
                    problem.Column.ShouldBeInRange(1, lines[problem.Line - 1].Length + 1);
                }
                if (problems.Count > 0) return;
                var rendered = TemplateText.Parse(text).Render(Known, new HashSet<string>());
                rendered.Length.ShouldBeLessThanOrEqualTo(text.Length + 20 * TemplateText.MaxPlaceholders);
                if (!text.Contains("{{", StringComparison.Ordinal)) rendered.ShouldBe(text);
            }, iter: 10_000);

    [Fact]
    public void There_is_an_end_to_placeholders_and_problems()
    {
        TemplateText.ProblemsOf(string.Concat(Enumerable.Repeat("{{ owner }}", TemplateText.MaxPlaceholders))).ShouldBeEmpty();
        TemplateText.ProblemsOf(string.Concat(Enumerable.Repeat("{{ owner }}", TemplateText.MaxPlaceholders + 1))).ShouldHaveSingleItem();
        TemplateText.ProblemsOf(string.Concat(Enumerable.Repeat("{{ x }}", 1000))).Count.ShouldBe(20);
    }
}
