namespace CreatorCRM.Common;

/// <summary>Quotes what somebody wrote in a message to them: enough to find it again, however long it is.</summary>
public static class Excerpt
{
    /// <summary>The beginning and an ellipsis when the text is longer than so many UTF-16 units; never half a character.</summary>
    public static string Of(string text, int max = 60) => text.Length <= max ? text : $"{text[..Whole(text, max)]}…";

    /// <summary>The beginning and the end with an ellipsis between.</summary>
    public static string OfBothEnds(string text, int max)
    {
        if (text.Length <= max) return text;
        var end = text.Length - max / 2;
        return $"{text[..Whole(text, max / 2)]} … {text[(end + (char.IsLowSurrogate(text[end]) ? 1 : 0))..]}";
    }

    private static int Whole(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
