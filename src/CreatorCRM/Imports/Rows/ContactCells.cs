using System.Collections.Frozen;

namespace CreatorCRM.Imports;

/// <summary>Cells that say how a person can be reached, or that they do not want to be.</summary>
internal static class ContactCells
{
    private static readonly FrozenSet<string> No = WordTable.Words("no|n|false|0|nein|não|non|いいえ|f|ok|allowed").ToFrozenSet();

    private static readonly FrozenSet<string> Yes = WordTable.Words("yes|y|true|1|x|ja|sí|sim|oui|はい|✓|✔|t").ToFrozenSet();

    public static void Email(string text, ColumnProfile column, CandidateDraft draft)
    {
        if (TakeOptOut(text, draft)) return;
        var found = draft.Contacts.Count;
        foreach (var address in EmailText.Find(text)) draft.Contact(ContactKind.Email, address);
        if (draft.Contacts.Count > found || EmailText.Find(text).Any()) return;
        if (ProfileLink.TryRead(text) is { } link) draft.Contact(ContactKind.Url, link.Url);
        else if (PhoneText.LooksLike(text)) draft.Contact(ContactKind.Phone, text);
        else draft.Warn(column, $"'{Excerpt.Of(text)}' is not an e-mail address.");
    }

    public static void Phone(string text, ColumnProfile column, CandidateDraft draft)
    {
        if (TakeOptOut(text, draft)) return;
        if (PhoneText.LooksLike(text)) draft.Contact(ContactKind.Phone, text);
        else if (PhoneText.IsRounded(text)) draft.Warn(column, $"'{text}' is a telephone number that a spreadsheet program rounded; its last digits are lost.");
        else draft.Warn(column, $"'{Excerpt.Of(text)}' is not a telephone number.");
    }

    public static void Website(string text, ColumnProfile column, CandidateDraft draft)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        var isAddress = !text.Contains(' ', StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" && uri.Host.Contains('.', StringComparison.Ordinal);
        if (isAddress) draft.Contact(ContactKind.Url, address);
        else draft.Warn(column, $"'{Excerpt.Of(text)}' is not a web address.");
    }

    /// <summary>Anything but a clear no is taken for an opt-out: contacting by mistake cannot be undone.</summary>
    public static void DoNotContact(string text, CandidateDraft draft)
    {
        var folded = TextKey.Fold(text);
        if (!No.Contains(folded)) draft.OptOut = Yes.Contains(folded) ? "The imported list says: do not contact." : CellText.OneLine(text);
    }

    private static bool TakeOptOut(string text, CandidateDraft draft)
    {
        if (!OptOutPhrase.IsIn(text)) return false;
        draft.OptOut ??= CellText.OneLine(text);
        return true;
    }
}
