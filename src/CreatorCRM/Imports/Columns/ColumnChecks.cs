namespace CreatorCRM.Imports;

/// <summary>Takes a meaning back when the values contradict the header.</summary>
internal static class ColumnChecks
{
    public static void AgainstValues(ColumnDraft draft)
    {
        var values = draft.Values;
        if (values.IsEmpty || draft.Meaning is not { } meaning) return;
        switch (meaning)
        {
            case ColumnMeaning.EngagementRate when !draft.Reading.IsPercent && values.Numbers.AboveHundred * 2 > values.Numbers.Count:
                draft.Is(ColumnMeaning.Ignore, "The values are too large for rates; they may count engagements.");
                break;
            case var figure when figure.IsFigure() && values.NumberShare < 0.5:
                draft.Is(ColumnMeaning.Ignore, "The header names a figure, but most values are not numbers.");
                break;
            case ColumnMeaning.ProfileUrl when values.LinkShare < 0.3:
                if (values.MentionShare >= 0.5) draft.Is(ColumnMeaning.Handle);
                else draft.Is(ColumnMeaning.Ignore, "The header names a link, but the values are no web addresses.");
                break;
            case ColumnMeaning.ProfileUrl when values.ProfileShare < 0.3:
                draft.Is(ColumnMeaning.Website);
                break;
            case ColumnMeaning.Handle when values.EmailShare > 0.5:
                draft.Is(ColumnMeaning.Email);
                break;
            case ColumnMeaning.Handle when values.NumberShare > 0.8:
                draft.Is(ColumnMeaning.Ignore, "The header names an account, but the values are numbers.");
                break;
            case ColumnMeaning.Country when values.CountryShare < 0.5:
                draft.Is(ColumnMeaning.Ignore, "Most values are not the names or ISO codes of countries.");
                break;
            case ColumnMeaning.Email when values.EmailShare == 0 && !values.HasOptOut:
                if (values.PhoneShare > 0.5) draft.Is(ColumnMeaning.Phone);
                else if (values.LinkShare > 0.5) draft.Is(ColumnMeaning.Website);
                else draft.Is(ColumnMeaning.Ignore, "The values are no e-mail addresses.");
                break;
            case ColumnMeaning.Notes when values.NumberShare > 0.8:
                draft.Is(ColumnMeaning.Ignore, "The values are numbers. Choose AVERAGE_COMMENTS if they are comments per post.");
                break;
            case ColumnMeaning.Age when values.NumberShare < 0.3:
                draft.Is(ColumnMeaning.Ignore, "Most values are not numbers of years.");
                break;
        }
    }
}
