using System.Globalization;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Payouts;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>
/// What an influencer was paid in a period, as a file. It stands in the audit log before its first byte leaves. What the bank returned since is not in it: the
/// payout's attempts and the partnership's timeline tell of it.
/// </summary>
public static class PayoutExport
{
    /// <summary>
    /// <c>GET /export/payouts.csv?influencerId=ID&amp;from=2026-01-01&amp;until=2026-12-31</c>, the days both included and optional. It needs the scope
    /// PAYOUTS. What cannot be answered is told in the shape of a GraphQL error.
    /// </summary>
    public static void MapPayoutExport(this IEndpointRouteBuilder routes) => routes.MapGet("/export/payouts.csv", Export).RequireAuthorization();

    private static Task<IResult> Export(HttpContext http, Caller caller, CsvExport export, PayoutQueries payouts, PayoutStatement statement,
        InfluencerLoader influencers, string? influencerId = null, string? from = null, string? until = null) =>
        export.Run(http, "payouts", Scope.Payouts, async cancel =>
        {
            if (Read(from) is not { } first || Read(until) is not { } last
                || new PeriodOfDays(first.Day, last.Day) is not { IsPlausibleAndInOrder: true } period)
                throw new InputError("Write from and until as days such as 2026-01-01, in order, or leave them out.");
            if (Key(influencerId) is not { } key || await influencers.LoadAsync(key).GetResultAsync(cancel) is not { } influencer)
                throw new InputError("Name the influencer by the id that this API gave you.");
            var rows = await payouts.PaidTo(caller.Workspace, key, period, cancel);
            return new CsvContent(rows.Count, $"those to {influencer.DisplayName}, {period}", (to, gone) => statement.Write(to, caller.Workspace, rows, gone));
        });

    // Null when the text is no day; a day of null when there is no text.
    private static Bound? Read(string? text) =>
        string.IsNullOrEmpty(text)
            ? new Bound(null)
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new Bound(day) : null;

    private static string? Key(string? id)
    {
        try
        {
            return id is null ? null : NodeId<Influencer>.Parse(id).Key;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private sealed record Bound(DateOnly? Day);
}
