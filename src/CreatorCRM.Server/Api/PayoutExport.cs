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
    // What reading and the audit log take, in points of the API.
    private const int ExportCost = 100;

    /// <summary>
    /// <c>GET /export/payouts.csv?influencerId=ID&amp;from=2026-01-01&amp;until=2026-12-31</c>, the days both included and optional. It needs the scope
    /// PAYOUTS. What cannot be answered is told in the shape of a GraphQL error.
    /// </summary>
    public static void MapPayoutExport(this IEndpointRouteBuilder routes) => routes.MapGet("/export/payouts.csv", Export).RequireAuthorization();

    private static async Task<IResult> Export(HttpContext http, Caller caller, PayoutQueries payouts, PayoutStatement statement, InfluencerLoader influencers,
        IGrainFactory grains,
        CostBudgets budgets, GraphQLHostOptions options, string? influencerId = null, string? from = null, string? until = null)
    {
        if (!caller.Has(Scope.Payouts))
            return Problem(StatusCodes.Status403Forbidden, ErrorCodes.Forbidden,
                "You may not export payouts: it needs the scope PAYOUTS, which neither your role nor your token gives you.");
        if (Read(from) is not { } first || Read(until) is not { } last || !new PeriodOfDays(first.Day, last.Day).IsPlausibleAndInOrder)
            return Problem(StatusCodes.Status400BadRequest, ErrorCodes.BadUserInput,
                "Write from and until as days such as 2026-01-01, in order, or leave them out.");
        if (Key(influencerId) is not { } key || await influencers.LoadAsync(key).GetResultAsync(http.RequestAborted) is not { } influencer)
            return Problem(StatusCodes.Status400BadRequest, ErrorCodes.BadUserInput, "Name the influencer by the id that this API gave you.");
        var period = new PeriodOfDays(first.Day, last.Day);
        var rows = await payouts.PaidTo(caller.Workspace, key, period, http.RequestAborted);
        if (budgets.Spend(caller, Math.Min(ExportCost + rows.Count, options.MaxCost)).Wait is { } wait)
        {
            http.Response.Headers.RetryAfter = $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds))}";
            return Problem(StatusCodes.Status429TooManyRequests, ErrorCodes.RateLimited, "Your budget is spent. Try again after the seconds in Retry-After.");
        }
        var recorded = await grains.Workspace(caller.Workspace)
            .RecordExport(new RecordExport("payouts", $"those to {influencer.DisplayName}, {period}", rows.Count, "CSV"), new CommandContext(caller.Actor));
        if (!recorded.IsAccepted)
            return Problem(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Internal, "The export could not be put into the audit log. Try again.");
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(to => statement.Write(to, caller.Workspace, rows, http.RequestAborted), "text/csv; charset=utf-8", "payouts.csv");
    }

    // Null when the text is no day; a day of null when there is no text.
    private static Bound? Read(string? text) =>
        string.IsNullOrEmpty(text) ? new Bound(null) : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new Bound(day) : null;

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

    private static IResult Problem(int status, string code, string message) => new AccessProblem(status, code, message).ToResult();

    private sealed record Bound(DateOnly? Day);
}
