namespace CreatorCRM.Imports;

/// <summary>A request not to be contacted, written where an address should stand.</summary>
internal static class OptOutPhrase
{
    private static readonly string[] Phrases =
        WordTable.Words(
        """
        dont contact|do not contact|dont email|do not email|dont write|never contact|not to be contacted|does not want to be contacted|no contact|opt out|
        opted out|optout|unsubscribe|nicht kontaktieren|nicht anschreiben|kein kontakt|keine kontaktaufnahme|no contactar|no contactarse|nao contatar|
        nao contactar|nao entrar em contato|ne pas contacter|ne plus contacter|non contattare|連絡不可|連絡しないで
        """);

    // "no contact info" tells that an address is missing, not that it must not be used.
    private static readonly string[] Missing =
        ["no contact info", "no contact detail", "no contact data", "no contact found", "no contact available", "no contact yet", "no contact given"];

    public static bool IsIn(string cell)
    {
        if (cell.Length < 4) return false;
        var plain = cell.Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal);
        var folded = TextKey.Fold(plain).Replace('-', ' ');
        return Array.Exists(Phrases, phrase => folded.Contains(phrase, StringComparison.Ordinal))
            && !Array.Exists(Missing, phrase => folded.Contains(phrase, StringComparison.Ordinal));
    }
}
