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

    private static Task<IResult> Export(HttpContext http, Caller caller, CsvExport export, InfluencerCsv csv, string? filter = null, string? query = null) =>
        export.Run(http, "influencers", Scope.RelationshipsRead, async cancel =>
        {
            var which = Read(filter);
            var rows = await Count(csv, caller.Workspace, which, query, cancel);
            return new CsvContent(rows, What(filter, query), (to, gone) => csv.Write(to, caller.Workspace, which, query, gone));
        });

    private static InfluencerFilter? Read(string? filter)
    {
        try
        {
            return filter is null ? null : JsonSerializer.Deserialize<InfluencerFilter>(filter, FilterOptions).ReadIds("filter");
        }
        catch (JsonException problem)
        {
            var place = problem.Path is { } path ? $" at {path}" : "";
            throw new InputError($"The filter cannot be read{place}. Write it in JSON as the field influencers takes it.");
        }
    }

    private static async Task<int> Count(InfluencerCsv csv, string workspace, InfluencerFilter? filter, string? query, CancellationToken cancel)
    {
        try
        {
            return await csv.Count(workspace, filter, query, cancel);
        }
        catch (FormatException problem)
        {
            throw new InputError(problem.Message);
        }
        catch (InvalidFilterException problem)
        {
            throw new InputError($"{problem.Path}: {problem.Message}");
        }
    }

    private static string What(string? filter, string? query)
    {
        string[] parts = [.. filter is null ? (string[])[] : [$"those with {Excerpt.Of(filter, MaxWhat)}"],
            .. string.IsNullOrWhiteSpace(query) ? (string[])[] : [$"those found by \"{query}\""]];
        return parts.Length > 0 ? string.Join(" and ", parts) : "all";
    }
}
