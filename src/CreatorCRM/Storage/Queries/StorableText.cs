namespace CreatorCRM.Storage.Queries;

/// <summary>Text that both engines can keep. Other text equals nothing stored, and PostgreSQL would fail on it.</summary>
internal static class StorableText
{
    /// <summary>False with a NUL character or half of a surrogate pair.</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
