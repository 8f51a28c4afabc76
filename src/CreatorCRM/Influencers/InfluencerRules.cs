using System.Collections.Immutable;

namespace CreatorCRM.Influencers;

/// <summary>Which values a profile and its accounts may have, and how they are tidied before they are kept.</summary>
public partial record Influencer
{
    public static IReadOnlyList<UniqueRule> UniqueRules { get; } =
    [
        new("accounts", "ux_accounts_handle", ["workspace", "platform", "handle_key"],
            new Refusal(RefusalCode.HandleTaken, "This account belongs to another influencer already. Look it up with influencerByHandle.", "accounts")),
    ];

    private static void Check(Validation validation, InfluencerChanges changes)
    {
        if (changes.DisplayName is not null) validation.Required("displayName", changes.DisplayName);
        validation.Texts("niches", changes.Niches ?? []).Texts("tags", changes.Tags ?? []).Texts("languages", changes.Languages ?? [], 35);
        foreach (var (language, i) in (changes.Languages ?? []).Select((language, i) => (language, i)))
            validation.Require(language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), $"languages.{i}", "A language is a tag such as de or pt-BR.");
        if (changes.Country?.Value is { } country)
            validation.Require(CountryCode.TryParse(country, out _), "country", "A country is an ISO 3166-1 code of two letters such as DE.");
        validation.Text("agency", changes.Agency?.Value, Validation.NameLength).Text("owner", changes.Owner?.Value, Validation.NameLength)
            .Text("notes", changes.Notes?.Value);
        var points = changes.ContactPoints ?? [];
        validation.Count("contactPoints", points, MaxContactPoints);
        for (var i = 0; i < points.Length && i < MaxContactPoints; i++)
        {
            validation.Required($"contactPoints.{i}.value", points[i].Value, 500).Text($"contactPoints.{i}.label", points[i].Label, Validation.NameLength);
            // Clients put it into links.
            validation.Require(points[i].Kind != ContactPointKind.Email || IsEmailAddress(points[i].Value), $"contactPoints.{i}.value",
                "An e-mail address looks like mia@example.com.");
            validation.Require(points[i].Kind != ContactPointKind.Url || IsWebAddress(points[i].Value), $"contactPoints.{i}.value",
                "A URL begins with http:// or https://.");
        }
    }

    // No more than this: people have addresses that stricter rules forbid, and only a message tells whether one works.
    private static bool IsEmailAddress(string text) => text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !text.Any(char.IsWhiteSpace);

    private static bool IsWebAddress(string text) => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    private static void Check(Validation validation, string path, NewAccount account)
    {
        var handle = Handle.Clean(account.Handle ?? "");
        validation.Required(path + "handle", handle);
        if (handle.Length > 0 && HandleRules.Problem(account.Platform, handle) is { } problem) validation.Add(Refusal.Invalid(path + "handle", problem));
        validation.Text(path + "url", account.Url, 2000);
        if (account.Metrics is { } metrics) Check(validation, path, metrics);
    }

    private static void Check(Validation validation, string path, Metrics metrics) => validation
        .Require(metrics.Followers is null or (>= 0 and <= int.MaxValue), path + "followers", "followers must be between 0 and 2,147,483,647.")
        .Figure(path + "averageLikes", metrics.AverageLikes).Figure(path + "averageComments", metrics.AverageComments)
        .Figure(path + "averageViews", metrics.AverageViews).Figure(path + "averageShares", metrics.AverageShares)
        .Figure(path + "postsPerWeek", metrics.PostsPerWeek)
        .Require(metrics.ReportedEngagementRate is null or (>= 0 and <= 1000), path + "engagementRate", "An engagement rate is a ratio: 0.035 means 3.5 %.");

    private static InfluencerChanges Clean(InfluencerChanges changes) => changes with
    {
        DisplayName = changes.DisplayName?.Trim(),
        Niches = Labels(changes.Niches),
        Tags = Labels(changes.Tags),
        Languages = changes.Languages is { } languages ? [.. languages.Select(language => language.Trim()).Distinct(StringComparer.Ordinal)] : null,
        Country = Tidy(changes.Country),
        Agency = Tidy(changes.Agency),
        Owner = Tidy(changes.Owner),
        Notes = Tidy(changes.Notes),
        ContactPoints = changes.ContactPoints is { } points ? [.. points.Select(point => point with { Value = point.Value.Trim() }).Distinct()] : null,
    };

    private static ImmutableArray<string>? Labels(ImmutableArray<string>? labels) =>
        labels is { } list ? [.. list.Select(Label).Distinct(StringComparer.Ordinal)] : null;

    // Niches and tags are labels that people filter by, so case and outer blanks must not split them.
    internal static string Label(string label) => label.Trim().ToLowerInvariant();

    private static Change<string?>? Tidy(Change<string?>? change) =>
        change is null ? null : new Change<string?>(string.IsNullOrWhiteSpace(change.Value) ? null : change.Value.Trim());

    /// <summary>The changes that make a difference; null when none does.</summary>
    private InfluencerChanges? OnlyNew(InfluencerChanges changes)
    {
        var news = new InfluencerChanges
        {
            DisplayName = changes.DisplayName == DisplayName ? null : changes.DisplayName,
            Niches = IfNew(changes.Niches, Niches),
            Tags = IfNew(changes.Tags, Tags),
            Languages = IfNew(changes.Languages, Languages),
            ContactPoints = IfNew(changes.ContactPoints, ContactPoints),
            Country = changes.Country?.Value == Country ? null : changes.Country,
            Agency = changes.Agency?.Value == Agency ? null : changes.Agency,
            Owner = changes.Owner?.Value == Owner ? null : changes.Owner,
            Notes = changes.Notes?.Value == Notes ? null : changes.Notes,
            IsCustomer = changes.IsCustomer == IsCustomer ? null : changes.IsCustomer,
            IsMinor = changes.IsMinor == IsMinor ? null : changes.IsMinor,
        };
        return news == new InfluencerChanges() ? null : news;
    }

    private static ImmutableArray<T>? IfNew<T>(ImmutableArray<T>? news, ImmutableArray<T> old) => news is { } list && !list.SequenceEqual(old) ? list : null;
}
