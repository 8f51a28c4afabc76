namespace CreatorCRM.Disclosure.Text;

internal enum TokenKind
{
    Word,
    Hashtag,
    Mention,
    Link,
}

/// <summary>What lies between a token and the one before it.</summary>
internal enum Gap
{
    /// <summary>A line break, or the beginning of the text.</summary>
    NewLine,
    /// <summary>Blanks alone.</summary>
    Blank,
    /// <summary>One hyphen, apostrophe or underscore: both are one compound.</summary>
    Joined,
    /// <summary>Part of an address: a dot within "brot.example", an @ within an e-mail address.</summary>
    Glued,
    /// <summary>Punctuation, emoji, brackets.</summary>
    Break,
}

/// <summary>A word, hashtag, mention or link of a text.</summary>
/// <param name="Key">Folded: lower case, without accents, width and invisible characters, without # or @.</param>
/// <param name="Offset">In UTF-16 units of the text as it was written.</param>
/// <param name="End">The unit after the last one.</param>
/// <param name="Line">From 0, counted from the first visible character.</param>
/// <param name="Visible">How many visible characters there are up to its end.</param>
internal readonly record struct CaptionToken(TokenKind Kind, string Key, int Offset, int End, int Line, int Visible, Gap Gap);
