using System.Globalization;
using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>Reads one cell by the meaning of its column. A value that cannot be read is reported and left out; the row goes on.</summary>
internal static class CellReader
{
    public static void Read(string cell, ColumnProfile column, CandidateDraft draft)
    {
        if (column.Meaning.IsFigure())
        {
            Figure(cell, column, draft);
            return;
        }
        if (CellText.Clean(cell) is not { } text) return;
        switch (column.Meaning)
        {
            case ColumnMeaning.DisplayName: draft.Name = CellText.OneLine(text); break;
            case ColumnMeaning.FirstName: draft.FirstName = CellText.OneLine(text); break;
            case ColumnMeaning.LastName: draft.LastName = CellText.OneLine(text); break;
            case ColumnMeaning.Platform: ReadPlatform(text, column, draft); break;
            case ColumnMeaning.Handle: Mentions(text, column, draft, plain: true); break;
            case ColumnMeaning.ProfileUrl: Mentions(text, column, draft, plain: false); break;
            case ColumnMeaning.Niches: draft.Niches.AddRange(ListText.Items(text)); break;
            case ColumnMeaning.Tags: draft.Tags.AddRange(ListText.Items(text)); break;
            case ColumnMeaning.Languages: ReadLanguages(text, column, draft); break;
            case ColumnMeaning.Country:
                draft.Country = CountryNames.Find(text);
                if (draft.Country is null) draft.Warn(column, $"'{Excerpt.Of(text)}' is not the name or ISO code of a country.");
                break;
            case ColumnMeaning.Email: ContactCells.Email(text, column, draft); break;
            case ColumnMeaning.Phone: ContactCells.Phone(text, column, draft); break;
            case ColumnMeaning.Website: ContactCells.Website(text, column, draft); break;
            case ColumnMeaning.Agency: draft.Agency = CellText.OneLine(text); break;
            case ColumnMeaning.Notes:
                draft.Notes = text;
                if (OptOutPhrase.IsIn(text))
                    draft.Warn(column, "The note may ask not to be contacted. It is kept as a note only; set do-not-contact by hand if it does.");
                break;
            case ColumnMeaning.Age: Age(text, column, draft); break;
            case ColumnMeaning.DoNotContact: ContactCells.DoNotContact(text, draft); break;
        }
    }

    private static void Figure(string cell, ColumnProfile column, CandidateDraft draft)
    {
        if (FigureText.Read(cell, column, out var problem) is { } value) draft.Figures.Add((column, value));
        if (problem is not null) draft.Warn(column, problem);
    }

    private static void ReadPlatform(string text, ColumnProfile column, CandidateDraft draft)
    {
        draft.Platform = PlatformWords.Find(TextKey.Fold(text));
        if (draft.Platform is null) draft.Warn(column, $"'{Excerpt.Of(text)}' is not a platform known here.");
    }

    private static void ReadLanguages(string text, ColumnProfile column, CandidateDraft draft)
    {
        foreach (var item in ListText.Items(text))
        {
            if (LanguageNames.Find(item) is not { } code) draft.Warn(column, $"'{Excerpt.Of(item)}' is not the name or ISO code of a language.");
            else if (!draft.Languages.Contains(code)) draft.Languages.Add(code);
        }
    }

    private static void Mentions(string text, ColumnProfile column, CandidateDraft draft, bool plain)
    {
        var isSite = column.Platform is Platform.Blog or Platform.Podcast or Platform.Newsletter;
        foreach (var address in EmailText.Find(text)) draft.Contact(ContactKind.Email, address);
        var read = MentionText.Read(EmailText.Remove(text), plain || !ProfileLink.LooksLike(text));
        foreach (var (platform, handle, url) in read.Accounts) draft.Mentions.Add(new Mention(platform ?? column.Platform, handle, url, column));
        foreach (var link in read.OtherLinks)
        {
            if (isSite) draft.Mentions.Add(new Mention(column.Platform, link.Url[(link.Url.IndexOf("://", StringComparison.Ordinal) + 3)..], link.Url, column));
            else if (link.Platform is null) draft.Contact(ContactKind.Url, link.Url);
            else draft.Warn(column, $"'{Excerpt.Of(link.Url)}' is not the address of a profile.");
        }
        if (read.Name is not null) draft.NameBesideMention ??= read.Name;
    }

    // "36", "50代", "16 years", "18-24": the first number decides.
    private static void Age(string text, ColumnProfile column, CandidateDraft draft)
    {
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        var end = start;
        while (start >= 0 && end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var isNumber = int.TryParse(text.AsSpan(Math.Max(start, 0), end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var years);
        if (isNumber && years is > 0 and < 120) draft.IsMinor = years < 18;
        else draft.Warn(column, $"'{Excerpt.Of(text)}' is not an age in years.");
    }
}
