using GraphQLParser;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Finds the tokens of a document without reading them: how many there are, and whether each is sound in itself. Takes a few nanoseconds per character, and a
/// document without end is given up as soon as it is too long.
/// </summary>
internal sealed class DocumentScan(string text, GraphQLHostOptions limits)
{
    private const int MaxNumber = 400;
    private const int MaxVariables = 200;

    private readonly List<Range> _tokens = [];
    private int _at;
    private int _variables;

    /// <exception cref="CodedError">There are too many, one is too long, or one is none.</exception>
    public static IReadOnlyList<Range> Tokens(string text, GraphQLHostOptions limits) => new DocumentScan(text, limits).Run();

    private List<Range> Run()
    {
        if (text.StartsWith('\uFEFF')) _at = 1;
        for (var count = 0; _at < text.Length;)
        {
            if (text[_at] is ' ' or '\t' or '\r' or '\n' or ',')
            {
                _at++;
                continue;
            }
            if (++count > limits.MaxDocumentTokens)
                throw TooLarge($"The document has more than the {limits.MaxDocumentTokens} tokens that are allowed. Send input as variables, or ask in several requests.");
            var start = _at;
            if (text[start] == '$' && ++_variables > MaxVariables)
                throw TooLarge($"The document names variables more than {MaxVariables} times. Use an input object, or ask in several requests.");
            if (text[start] == '#')
            {
                _at = End(text.AsSpan(start).IndexOfAny('\r', '\n'), start);
                continue;
            }
            _at = EndOf(start);
            _tokens.Add(start.._at);
        }
        return _tokens;
    }

    private int EndOf(int start)
    {
        switch (text[start])
        {
            case '!' or '$' or '&' or '(' or ')' or ':' or '=' or '@' or '[' or ']' or '{' or '|' or '}':
                return start + 1;
            case '.' when text.AsSpan(start).StartsWith("..."):
                return start + 3;
            case '"' when text.AsSpan(start).StartsWith("\"\"\""):
                return BlockString(start);
            case '"':
                return String(start);
            case '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'):
                return Limited(Run(start, letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'), start, limits.MaxNameLength, "name");
            case '-' or (>= '0' and <= '9'):
                return Limited(Run(start, letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '+' or '-'), start, MaxNumber, "number");
            default:
                throw Unsound($"The character U+{(int)text[start]:X4} means nothing here.", start);
        }
    }

    private int Run(int start, Func<char, bool> belongs)
    {
        var end = start + 1;
        while (end < text.Length && belongs(text[end])) end++;
        return end;
    }

    private int String(int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    return i + 1;
                case '\\':
                    i += Escape(i);
                    break;
                case < ' ' and not '\t':
                    throw Unsound("A string ends at the end of its line, and has no control characters. Write \\n, or a block string.", i);
            }
        }
        throw Unsound("The string does not end.", start);
    }

    /// <summary>How many characters follow the backslash.</summary>
    private int Escape(int at)
    {
        var rest = text.AsSpan(at + 1);
        if (rest is ['"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't', ..]) return 1;
        if (rest is ['u', var a, var b, var c, var d, ..] && char.IsAsciiHexDigit(a) && char.IsAsciiHexDigit(b) && char.IsAsciiHexDigit(c)
            && char.IsAsciiHexDigit(d)) return 5;
        throw Unsound("A backslash in a string is followed by one of \" \\ / b f n r t, or by u and four hexadecimal digits.", at);
    }

    private int BlockString(int start)
    {
        for (var i = start + 3; i < text.Length; i++)
        {
            if (text[i] == '"' && text.AsSpan(i).StartsWith("\"\"\"")) return i + 3;
            if (text[i] == '\\' && text.AsSpan(i).StartsWith("\\\"\"\"")) i += 3;
            else if (text[i] is < ' ' and not ('\t' or '\r' or '\n')) throw Unsound("A block string has no control characters.", i);
        }
        throw Unsound("The block string does not end.", start);
    }

    private static int Limited(int end, int start, int max, string what) =>
        end - start <= max ? end : throw TooLarge($"A {what} in the document has {end - start} characters; {max} are allowed.");

    private int End(int found, int start) => found < 0 ? text.Length : start + found;

    private CodedError Unsound(string message, int at)
    {
        var error = new CodedError(ErrorCodes.ParseFailed, message);
        error.AddLocation(Location.FromLinearPosition(text, at));
        return error;
    }

    private static CodedError TooLarge(string message) => new(ErrorCodes.DocumentTooLarge, message);
}
