namespace CreatorCRM.Disclosure.Text;

/// <summary>A text with what is asked about a token's place in it.</summary>
internal sealed class Caption
{
    private readonly int[] _wordsBefore, _crowd, _placeInCrowd;
    private readonly int _lastWord = -1;

    public Caption(string text)
    {
        Text = text;
        Tokens = CaptionTokens.Of(text);
        (_wordsBefore, _crowd, _placeInCrowd) = (new int[Tokens.Count], new int[Tokens.Count], new int[Tokens.Count]);
        var (words, crowd) = (0, 0);
        FirstLink = int.MaxValue;
        for (var i = 0; i < Tokens.Count; i++)
        {
            _wordsBefore[i] = words;
            var kind = Tokens[i].Kind;
            if (kind == TokenKind.Link && FirstLink == int.MaxValue) FirstLink = Tokens[i].Offset;
            if (kind == TokenKind.Word) _lastWord = i;
            if (kind != TokenKind.Mention) words++;
            crowd = kind == TokenKind.Hashtag ? crowd + 1 : kind == TokenKind.Mention ? crowd : 0;
            _placeInCrowd[i] = crowd;
        }
        for (var i = Tokens.Count - 1; i >= 0; i--)
            _crowd[i] = _placeInCrowd[i] == 0 ? 0 : i + 1 < Tokens.Count ? Math.Max(_placeInCrowd[i], _crowd[i + 1]) : _placeInCrowd[i];
    }

    public string Text { get; }
    public List<CaptionToken> Tokens { get; }

    /// <summary>Where the first link begins; beyond the end when there is none.</summary>
    public int FirstLink { get; }

    /// <summary>Whether only emoji, punctuation and mentions come before it.</summary>
    public bool IsFirst(int token) => _wordsBefore[token] == 0;

    /// <summary>Whether only hashtags, links and mentions come after it.</summary>
    public bool IsLast(int token) => token >= _lastWord;

    /// <summary>How many hashtags stand in a row with this one; mentions among them do not part them.</summary>
    public int Crowd(int token) => Tokens[token].Kind == TokenKind.Hashtag ? _crowd[token] : 0;

    /// <summary>Whether a single word stands for itself and is no part of a sentence or compound.</summary>
    public bool IsSetApart(int token) => Tokens[token].Kind != TokenKind.Word || !Continues(token) && !IsContinued(token);

    // "Ad-free", "Werbung-Text".
    private bool IsContinued(int token) => token + 1 < Tokens.Count && Tokens[token + 1].Gap == Gap.Joined;

    private bool Continues(int token) => Tokens[token].Gap switch
    {
        Gap.Blank => Tokens[token - 1].Kind == TokenKind.Word,
        Gap.Joined or Gap.Glued => true,
        _ => false,
    };
}
