using System.Globalization;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>
/// A list that leaves as a CSV file. It is paid for like a query: the look at how long it is before that look, its rows before they leave. It stands in the
/// audit log before its first byte leaves. What cannot be answered is told in the shape of a GraphQL error.
/// </summary>
internal sealed class CsvExport(Caller caller, CostBudgets budgets, RefusalToll toll, GraphQLHostOptions options, IGrainFactory grains)
{
    // What counting and the audit log take, in points of the API. A row takes one.
    private const int Cost = 100;

    private int CostOfLooking => Math.Min(Cost, options.MaxCost);

    /// <param name="entities">What the rows are, such as influencers. The file is named so, too.</param>
    /// <param name="scope">What its caller needs.</param>
    /// <param name="find">Throws an <see cref="InputError"/> when the request makes no sense.</param>
    public async Task<IResult> Run(HttpContext http, string entities, Scope scope, Func<CancellationToken, Task<CsvContent>> find)
    {
        if (await toll.SlowObjection(caller, http.RequestAborted) is { } objection) return TooEarly(http, objection);
        if (!caller.Has(scope))
            return Problem(StatusCodes.Status403Forbidden, ErrorCodes.Forbidden,
                $"You may not export {entities}: it needs the scope {scope.ToString().ToConstantCase()}, which neither your role nor your token gives you.");
        if (budgets.Spend(caller, CostOfLooking, toll.OfHaste) is { Wait: not null } poor) return TooEarly(http, CodedError.RateLimited(CostOfLooking, poor));
        CsvContent content;
        try
        {
            content = await find(http.RequestAborted);
        }
        catch (InputError problem)
        {
            toll.Take(caller, http.Request.QueryString.Value?.Length ?? 0);
            return Problem(StatusCodes.Status400BadRequest, ErrorCodes.BadUserInput, problem.Message);
        }
        if (Pay(content.Rows) is { } tooDear) return TooEarly(http, tooDear);
        var recorded = await grains.Workspace(caller.Workspace)
            .RecordExport(new RecordExport(entities, content.What, content.Rows, "CSV"), new CommandContext(caller.Actor));
        if (!recorded.IsAccepted)
            return Problem(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Internal, "The export could not be put into the audit log. Try again.");
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(to => content.Write(to, http.RequestAborted), "text/csv; charset=utf-8", $"{entities}.csv");
    }

    // Whoever comes again pays for the look again.
    private CodedError? Pay(int rows)
    {
        var cost = Math.Min(rows, options.MaxCost - CostOfLooking);
        var state = budgets.Spend(caller, cost);
        if (state.Wait is not { } wait) return null;
        var look = TimeSpan.FromSeconds((double)CostOfLooking / options.CostBudgetPerSecond);
        return CodedError.RateLimited(CostOfLooking + cost, state with { Wait = wait + look });
    }

    private static IResult TooEarly(HttpContext http, CodedError error)
    {
        http.Response.Headers.RetryAfter = error.RetryAfter?.ToString(CultureInfo.InvariantCulture);
        return Problem(StatusCodes.Status429TooManyRequests, ErrorCodes.RateLimited, error.Message);
    }

    private static IResult Problem(int status, string code, string message) => new AccessProblem(status, code, message).ToResult();
}

/// <param name="Rows">How many there are.</param>
/// <param name="What">Which they are, for the audit log.</param>
/// <param name="Write">Writes them all.</param>
internal sealed record CsvContent(int Rows, string What, Func<Stream, CancellationToken, Task> Write);
