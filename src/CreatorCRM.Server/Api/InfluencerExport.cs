using System.Text.Json;
using System.Text.Json.Serialization;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>The list of influencers as a file. It stands in the audit log before its first byte leaves.</summary>
public static class InfluencerExport
{
    private const int MaxWhat = 500;

    // What counting and the audit log take, in points of the API.
    private const int ExportCost = 100;

    // The filter as GraphQL has it: the same names, decimals as strings or numbers, nothing unknown.
    private static readonly JsonSerializerOptions FilterOptions = new(CrmJson.Options)
    {
        MaxDepth = 32,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>
    /// <c>GET /export/influencers.csv?filter=JSON&amp;query=WORDS</c>, both optional and as the field <c>influencers</c> takes them. It needs the scope
    /// RELATIONSHIPS_READ. What cannot be answered is told in the shape of a GraphQL error.
    /// </summary>
    public static void MapInfluencerExport(this IEndpointRouteBuilder routes) => routes.MapGet("/export/influencers.csv", Export).RequireAuthorization();

    private static async Task<IResult> Export(HttpContext http, Caller caller, InfluencerCsv csv, IGrainFactory grains, CostBudgets budgets,
        GraphQLHostOptions options,
        string? filter = null, string? query = null)
    {
        if (!caller.Has(Scope.RelationshipsRead))
            return Problem(StatusCodes.Status403Forbidden, ErrorCodes.Forbidden,
                "You may not export influencers: it needs the scope RELATIONSHIPS_READ, which neither your role nor your token gives you.");
        InfluencerFilter? which;
        int rows;
        try
        {
            which = filter is null ? null : JsonSerializer.Deserialize<InfluencerFilter>(filter, FilterOptions).ReadIds("filter");
            rows = await csv.Count(caller.Workspace, which, query, http.RequestAborted);
        }
        catch (JsonException problem)
        {
            return Problem(StatusCodes.Status400BadRequest, ErrorCodes.BadUserInput,
                $"The filter cannot be read{(problem.Path is { } path ? $" at {path}" : "")}. Write it in JSON as the field influencers takes it.");
        }
        catch (Exception problem) when (problem is InputError or FormatException)
        {
            return Problem(StatusCodes.Status400BadRequest, ErrorCodes.BadUserInput, problem.Message);
        }
        catch (InvalidFilterException problem)
        {
            return Problem(StatusCodes.Status400BadRequest, ErrorCodes.BadUserInput, $"{problem.Path}: {problem.Message}");
        }
        if (budgets.Spend(caller, Math.Min(ExportCost + rows, options.MaxCost)).Wait is { } wait)
        {
            http.Response.Headers.RetryAfter = $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds))}";
            return Problem(StatusCodes.Status429TooManyRequests, ErrorCodes.RateLimited, "Your budget is spent. Try again after the seconds in Retry-After.");
        }
        var recorded = await grains.Workspace(caller.Workspace)
            .RecordExport(new RecordExport("influencers", What(filter, query), rows, "CSV"), new CommandContext(caller.Actor));
        if (!recorded.IsAccepted)
            return Problem(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Internal, "The export could not be put into the audit log. Try again.");
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(to => csv.Write(to, caller.Workspace, which, query, http.RequestAborted), "text/csv; charset=utf-8", "influencers.csv");
    }

    private static string What(string? filter, string? query)
    {
        string[] parts = [.. filter is null ? (string[])[] : [$"those with {Excerpt.Of(filter, MaxWhat)}"],
            .. string.IsNullOrWhiteSpace(query) ? (string[])[] : [$"those found by \"{query}\""]];
        return parts.Length > 0 ? string.Join(" and ", parts) : "all";
    }

    private static IResult Problem(int status, string code, string message) => new AccessProblem(status, code, message).ToResult();
}
