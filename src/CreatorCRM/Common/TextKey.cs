using System.Globalization;
using System.Text;

namespace CreatorCRM.Common;

/// <summary>Folds text for searching and sorting: compatibility forms, accents and case make no difference. The original is kept beside it.</summary>
public static class TextKey
{
    /// <summary>"𝓜𝓲𝓪 Brôt" and "MIA BROT" both give "mia brot". White space collapses to single blanks.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format))
            {
                folded.Append(c);
            }
        }
        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }

    // A lone surrogate cannot be normalised, nor stored as UTF-8.
    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }
        return text;
    }
}
