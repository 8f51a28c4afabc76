using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CreatorCRM.Contracts;

/// <summary>
/// One of the two formats: what stands before and behind a heading, a paragraph and an item, and how somebody's words are kept from being taken for markup. So
/// one template of a language serves both.
/// </summary>
internal sealed class Markup
{
    private const string Special = "\\`*_[]<>#|~&!";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static Markup Html { get; } = new(Encoder.Encode, "<br>\n", new Dictionary<string, object>
    {
        ["h1"] = "<h1>",
        ["h1_"] = "</h1>\n",
        ["h2"] = "<h2>",
        ["h2_"] = "</h2>\n",
        ["p"] = "<p>",
        ["p_"] = "</p>\n",
        ["ul"] = "<ul>\n",
        ["ul_"] = "</ul>\n",
        ["li"] = "<li>",
        ["li_"] = "</li>\n",
        ["article_"] = "</article>\n",
    });

    public static Markup Markdown { get; } = new(EscapeMarkdown, "\\\n", new Dictionary<string, object>
    {
        ["h1"] = "# ",
        ["h1_"] = "\n\n",
        ["h2"] = "## ",
        ["h2_"] = "\n\n",
        ["p"] = "",
        ["p_"] = "\n\n",
        ["ul"] = "",
        ["ul_"] = "\n",
        ["li"] = "- ",
        ["li_"] = "\n",
        ["article_"] = "",
    });

    private readonly Func<string, string> _escape;
    private readonly string _lineBreak;

    private Markup(Func<string, string> escape, string lineBreak, Dictionary<string, object> tokens) =>
        (_escape, _lineBreak, Tokens) = (escape, lineBreak, tokens);

    public Dictionary<string, object> Tokens { get; }

    /// <summary>A name or phrase on one line.</summary>
    public string Text(string text) => _escape(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Text that keeps its lines; empty ones are dropped.</summary>
    public string Lines(string text) => string.Join(_lineBreak, text.Split('\n', '\r').Select(Text).Where(line => line.Length > 0));

    // What begins a list, a heading's underline or a numbered item does so only at the beginning of a line.
    private static string EscapeMarkdown(string line)
    {
        var escaped = new StringBuilder(line.Length);
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        for (var i = 0; i < line.Length; i++)
        {
            if (Special.Contains(line[i]) || (i == 0 && line[i] is '-' or '+' or '=') || (digits > 0 && i == digits && line[i] is '.' or ')'))
                escaped.Append('\\');
            escaped.Append(line[i]);
        }
        return escaped.ToString();
    }
}
