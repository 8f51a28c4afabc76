using System.Text;
using System.Text.RegularExpressions;

namespace CreatorCRM.Templates;

/// <summary>
/// A text with placeholders as Liquid writes them: <c>{{ influencer.firstName }}</c>, or <c>{{ influencer.firstName | default: "you" }}</c> for when there is
/// no value. Nothing else of Liquid is understood: without loops and conditions a text is rendered in one pass, and no longer than its values make it. Values
/// are put in as they are, since messages are plain text.
/// </summary>
public sealed partial class TemplateText
{
    /// <summary>With values of at most a few hundred characters each, this bounds what is rendered.</summary>
    public const int MaxPlaceholders = 200;

    private const int MaxProblems = 20;

    private readonly List<Piece> _pieces = [];
    private readonly List<TemplateProblem> _problems = [];

    private TemplateText(string text)
    {
        var at = 0;
        for (var open = text.IndexOf('{', 0); open >= 0 && _problems.Count < MaxProblems; open = text.IndexOf('{', Math.Max(open + 1, at)))
        {
            if (open + 1 >= text.Length || text[open + 1] is not ('{' or '%')) continue;
            _pieces.Add(new Piece(text[at..open], null));
            at = text[open + 1] == '%' ? Tag(text, open) : Placeholder(text, open);
        }
        _pieces.Add(new Piece(text[at..], null));
        if (_pieces.Count(piece => piece.Name is not null) > MaxPlaceholders)
            _problems.Add(new TemplateProblem(1, 1, $"A text has at most {MaxPlaceholders} placeholders."));
    }

    /// <summary>The placeholders in it, each once.</summary>
    public IEnumerable<string> Names => _pieces.Select(piece => piece.Name).OfType<string>().Distinct();

    /// <summary>What keeps the text from being rendered: the first twenty, in their order.</summary>
    public static IReadOnlyList<TemplateProblem> ProblemsOf(string text) => new TemplateText(text)._problems;

    /// <exception cref="FormatException">The text has problems, so it should not have been kept.</exception>
    public static TemplateText Parse(string text) =>
        new TemplateText(text) is { _problems.Count: 0 } parsed
            ? parsed
            : throw new FormatException($"The template cannot be read: {ProblemsOf(text)[0].Message}");

    /// <param name="values">By the names of <see cref="Placeholders"/>; null is no value.</param>
    /// <param name="missing">Takes the names that had neither a value nor a default; they are left out of the text.</param>
    public string Render(IReadOnlyDictionary<string, string?> values, ISet<string> missing)
    {
        var rendered = new StringBuilder();
        foreach (var piece in _pieces)
        {
            var value = piece.Name is null ? piece.Text : values.GetValueOrDefault(piece.Name) ?? piece.Text;
            if (value is null) missing.Add(piece.Name!);
            rendered.Append(value);
        }
        return rendered.ToString();
    }

    private int Tag(string text, int open)
    {
        Problem(text, open, "Tags such as {% if %} are not understood; use placeholders, and a default for what may be missing.");
        return open + 2;
    }

    private int Placeholder(string text, int open)
    {
        var close = text.IndexOf("}}", open + 2, StringComparison.Ordinal);
        if (close < 0)
        {
            Problem(text, open, "The placeholder is not closed with }}.");
            return open + 2;
        }
        var inner = Inner().Match(text[(open + 2)..close]);
        var name = inner.Groups["name"].Value;
        if (!inner.Success) Problem(text, open, "A placeholder is written {{ name }} or {{ name | default: \"text\" }}.");
        else if (!Placeholders.Exists(name))
            Problem(text, open + 2 + inner.Groups["name"].Index, $"There is no placeholder {name}. There are: {Placeholders.List}.");
        else _pieces.Add(new Piece(inner.Groups["default"] is { Success: true } otherwise ? otherwise.Value : null, name));
        return close + 2;
    }

    private void Problem(string text, int at, string message)
    {
        var before = text.AsSpan(0, at);
        _problems.Add(new TemplateProblem(before.Count('\n') + 1, at - (before.LastIndexOf('\n') + 1) + 1, message));
    }

    [GeneratedRegex("""^\s*(?<name>[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*)\s*(\|\s*default\s*:\s*("(?<default>[^"]*)"|'(?<default>[^']*)')\s*)?$""")]
    private static partial Regex Inner();

    /// <param name="Text">As it stands when there is no name; otherwise what to write without a value, null for nothing.</param>
    private sealed record Piece(string? Text, string? Name);
}

/// <summary>What is wrong with a text, and where: line and column count from 1.</summary>
public sealed record TemplateProblem(int Line, int Column, string Message)
{
    public Refusal ToRefusal(string field) => new(RefusalCode.InvalidTemplate, $"Line {Line}, column {Column}: {Message}", field);
}
