using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;

namespace CreatorCRM.Influencers;

/// <summary>
/// A list of influencers as CSV for spreadsheet programs: UTF-8 with its mark, commas, a header, one row per influencer and a column per platform, so that an
/// import understands it too. A text that a spreadsheet would run as a formula gets an apostrophe in front.
/// </summary>
public sealed class InfluencerCsv(InfluencerQueries influencers)
{
    private const int RowsAtOnce = 500;

    private static readonly CsvWriterOptions Format = new()
    {
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        // Larger than any row by far: a row that does not fit would be sent without asynchrony, which the web server forbids.
        BufferSize = 1024 * 1024,
    };

    private static readonly Platform[] Platforms = Enum.GetValues<Platform>();

    private static readonly string[] Header =
    [
        "Name", .. Platforms.Select(platform => $"{platform} handle"), "Followers", "Engagement rate", "Tier", "Country", "Languages", "Niches", "Tags",
        "Email", "Phone", "Website",
        "Agency", "Owner", "Customer", "Do not contact", "Notes", "Added",
    ];

    /// <summary>How many rows there are to write.</summary>
    /// <exception cref="InvalidFilterException">The filter or the search text asks for too much.</exception>
    public async Task<int> Count(string workspace, InfluencerFilter? filter, string? query, CancellationToken cancel) =>
        await (await influencers.List(workspace, filter, query, null, new PageRequest(1, null, null, null), cancel)).CountTotal(cancel);

    /// <summary>Writes page by page, so that memory does not grow with the list. Those added last come first.</summary>
    public async Task Write(Stream to, string workspace, InfluencerFilter? filter, string? query, CancellationToken cancel)
    {
        await using var csv = CsvWriter.Create(to, Format, leaveOpen: true);
        await csv.WriteRecordAsync(Header, cancel);
        await foreach (var row in Rows(workspace, filter, query, cancel)) await csv.WriteRecordAsync(row!, cancel);
    }

    private async IAsyncEnumerable<string?[]> Rows(string workspace, InfluencerFilter? filter, string? query, [EnumeratorCancellation] CancellationToken cancel)
    {
        string? after = null;
        Page<InfluencerRow> page;
        do
        {
            page = await influencers.List(workspace, filter, query, null, new PageRequest(RowsAtOnce, after, null, null), cancel);
            string[] ids = [.. page.Items.Select(item => item.Node.Id)];
            var accounts = await influencers.AccountsOf(workspace, ids, cancel);
            var niches = await influencers.NichesOf(workspace, ids, cancel);
            var tags = await influencers.TagsOf(workspace, ids, cancel);
            foreach (var (row, cursor) in page.Items)
            {
                yield return Cells(row, accounts[row.Id].ToLookup(account => account.Platform, account => account.Handle), niches[row.Id], tags[row.Id]);
                after = cursor;
            }
        }
        while (page.HasNextPage);
    }

    private static string?[] Cells(InfluencerRow row, ILookup<Platform, string> handles, IEnumerable<string> niches, IEnumerable<string> tags)
    {
        var contacts = CrmJson.Read<List<ContactPoint>>(row.ContactPoints).ToLookup(contact => contact.Kind, contact => contact.Value);
        return
        [
            row.DisplayName, .. Platforms.Select(platform => Join(handles[platform])), row.Followers?.ToString(CultureInfo.InvariantCulture),
            row.EngagementRate?.ToString(CultureInfo.InvariantCulture), row.Tier?.Words(), row.Country, Join(CrmJson.Read<List<string>>(row.Languages)),
            Join(niches), Join(tags),
            Join(contacts[ContactPointKind.Email]), Join(contacts[ContactPointKind.Phone]), Join(contacts[ContactPointKind.Url]), row.Agency, row.Owner,
            row.IsCustomer ? "yes" : "",
            row.DoNotContact ? row.DoNotContactReason ?? "yes" : "", row.Notes,
            row.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        ];
    }

    private static string Join(IEnumerable<string> texts) => string.Join("; ", texts);
}
