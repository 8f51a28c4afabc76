using System.Text.Json.Serialization;

namespace CreatorCRM.Imports;

/// <summary>What a column of an influencer list says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnMeaning>))]
public enum ColumnMeaning
{
    Ignore,
    DisplayName,
    FirstName,
    LastName,
    /// <summary>The name of the platform that the row's handle and figures belong to.</summary>
    Platform,
    /// <summary>A handle, an @mention or a profile URL; on the column's platform when it has one.</summary>
    Handle,
    /// <summary>Platform and handle come from the address.</summary>
    ProfileUrl,
    Followers,
    AverageLikes,
    AverageComments,
    AverageViews,
    AverageShares,
    PostsPerWeek,
    EngagementRate,
    Niches,
    Tags,
    Country,
    Languages,
    /// <summary>E-mail addresses; a request not to be contacted in such a cell is an opt-out.</summary>
    Email,
    Phone,
    /// <summary>A page that is no profile, such as a blog or a link list.</summary>
    Website,
    Agency,
    Notes,
    /// <summary>In years. Only whether the person is a minor is kept.</summary>
    Age,
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
