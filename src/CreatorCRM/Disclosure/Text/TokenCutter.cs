using System.Text;

namespace CreatorCRM.Disclosure.Text;

/// <summary>Takes the folded characters of a text one by one.</summary>
internal sealed class TokenCutter
{
    private readonly List<CaptionToken> _tokens = [];
    private readonly StringBuilder _key = new();
    private GapText _gap;
    private TokenKind _kind;
    private bool _open, _seen;
    private int _offset, _end, _visibleEnd, _line, _visible;

    public void Take(string folded, int offset, int end)
    {
        var c = folded[0];
        // Platforms drop white space at the beginning.
        if (!_seen && c is ' ' or '\n') return;
        _seen = true;
        if (_open && StartsAddress(c)) _kind = TokenKind.Link;
        if (_open && !Continues(c)) Close();
        if (_open) _key.Append(folded);
        else if (char.IsLetterOrDigit(c)) Open(TokenKind.Word, folded, offset);
        else if (c == '#' || c == '@' && !InAddress) Open(c == '#' ? TokenKind.Hashtag : TokenKind.Mention, "", offset);
        else _gap.Take(c);
        _visible++;
        if (_open) (_end, _visibleEnd) = (end, _visible);
        if (c == '\n') _line++;
    }

    public List<CaptionToken> Finish()
    {
        if (_open) Close();
        return _tokens;
    }

    // The @ of an e-mail address.
    private bool InAddress => _gap.Length == 0 && _tokens.Count > 0 && _tokens[^1].Kind == TokenKind.Word;

    private bool StartsAddress(char c) => _kind == TokenKind.Word && _key.Length is >= 3 and <= 5
        && (c == ':' && _key.ToString() is "http" or "https" || c == '.' && _key.ToString() is "www");

    private bool Continues(char c) => _kind switch
    {
        TokenKind.Link => c is not (' ' or '\n'),
        TokenKind.Hashtag => char.IsLetterOrDigit(c) || c == '_',
        TokenKind.Mention => char.IsLetterOrDigit(c) || c is '_' or '.',
        _ => char.IsLetterOrDigit(c),
    };

    private void Open(TokenKind kind, string folded, int offset)
    {
        _open = true;
        _kind = kind;
        _offset = offset;
        _key.Clear().Append(folded);
    }

    private void Close()
    {
        _open = false;
        // A sign with nothing behind it is punctuation.
        if (_key.Length == 0)
        {
            _gap.Take('#');
            return;
        }
        var key = _kind == TokenKind.Hashtag ? _key.Replace("_", "") : _key;
        var gap = _tokens.Count == 0 ? Gap.NewLine : _gap.Kind(afterAddress: _tokens[^1].Gap == Gap.Glued);
        _tokens.Add(new CaptionToken(_kind, key.ToString(), _offset, _end, _line, _visibleEnd, gap));
        _gap = default;
    }

    /// <summary>What was read since the last token.</summary>
    private struct GapText
    {
        private bool _newLine;
        private int _blanks;
        private char _last;

        public int Length { get; private set; }

        public void Take(char c)
        {
            Length++;
            _last = c;
            if (c == ' ') _blanks++;
            if (c == '\n') _newLine = true;
        }

        public readonly Gap Kind(bool afterAddress) => this switch
        {
            { _newLine: true } => Gap.NewLine,
            _ when _blanks == Length => Gap.Blank,
            { Length: > 1 } => Gap.Break,
            { _last: '-' or '\u2010' or '\'' or '\u2019' or '_' } => Gap.Joined,
            { _last: '.' or '@' } => Gap.Glued,
            { _last: '/' or '?' or '=' or '&' } when afterAddress => Gap.Glued,
            _ => Gap.Break,
        };
    }
}
