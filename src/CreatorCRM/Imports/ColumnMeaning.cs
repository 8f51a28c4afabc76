using System.Text.Json.Serialization;

namespace CreatorCRM.Imports;

/// <summary>What a column of an influencer list says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnMeaning>))]
public enum ColumnMeaning
{
    /// <summary>Nothing that is kept.</summary>
    Ignore,
    /// <summary>The name as it is shown.</summary>
    DisplayName,
    /// <summary>The first part of the name.</summary>
    FirstName,
    /// <summary>The last part of the name.</summary>
    LastName,
    /// <summary>The name of the platform that the row's handle and figures belong to.</summary>
    Platform,
    /// <summary>A handle, an @mention or a profile URL; on the column's platform when it has one.</summary>
    Handle,
    /// <summary>Platform and handle come from the address.</summary>
    ProfileUrl,
    /// <summary>How many follow the account.</summary>
    Followers,
    /// <summary>Likes per post.</summary>
    AverageLikes,
    /// <summary>Comments per post.</summary>
    AverageComments,
    /// <summary>Views per post.</summary>
    AverageViews,
    /// <summary>Shares and saves per post.</summary>
    AverageShares,
    /// <summary>How often something new appears.</summary>
    PostsPerWeek,
    /// <summary>As the source counted it; the formula becomes REPORTED.</summary>
    EngagementRate,
    /// <summary>What they are about; several in a cell are taken apart.</summary>
    Niches,
    /// <summary>Your own labels; several in a cell are taken apart.</summary>
    Tags,
    /// <summary>A country by its name or code.</summary>
    Country,
    /// <summary>Languages by their names or codes.</summary>
    Languages,
    /// <summary>E-mail addresses; a request not to be contacted in such a cell is an opt-out.</summary>
    Email,
    /// <summary>Phone numbers.</summary>
    Phone,
    /// <summary>A page that is no profile, such as a blog or a link list.</summary>
    Website,
    /// <summary>Who represents them.</summary>
    Agency,
    /// <summary>Anything worth remembering.</summary>
    Notes,
    /// <summary>In years. Only whether the person is a minor is kept.</summary>
    Age,
    /// <summary>A yes or a reason forbids contact.</summary>
    DoNotContact,
}

internal static class ColumnMeanings
{
    /// <summary>Says something about an account, so that each platform may have a column of its own.</summary>
    public static bool IsOfAccount(this ColumnMeaning meaning) => meaning is ColumnMeaning.Handle or ColumnMeaning.ProfileUrl || meaning.IsFigure();

    public static bool IsFigure(this ColumnMeaning meaning) => meaning is >= ColumnMeaning.Followers and <= ColumnMeaning.EngagementRate;

    /// <summary>A figure that is counted or averaged from counts, where <c>1,234</c> is more likely a thousand than a fraction.</summary>
    public static bool IsCount(this ColumnMeaning meaning) => meaning.IsFigure() && meaning is not (ColumnMeaning.EngagementRate or ColumnMeaning.PostsPerWeek);
}
