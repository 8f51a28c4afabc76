using System.Diagnostics;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace CreatorCRM.Benchmarks;

/// <summary>What its limits add to an operation whose document is known, as most are: the plan is there, and the variables are put into it.</summary>
internal static class LimitOverhead
{
    private static readonly Identity Owner = new("default", new Actor("owner", "Owner"), Role.Owner, RoleScopes.Of(Role.Owner));

    public static async Task Measure(HostileServer server, int rounds)
    {
        var table = new Table().Title("Microseconds of an operation, without HTTP").AddColumn("").AddColumns(
            [.. new[] { "without limits", "with limits", "ratio" }.Select(name => new TableColumn(name).RightAligned())]);
        foreach (var (name, query) in new[] { ("{ __typename }", "{ __typename }"),
            ("a page of 20 influencers with their accounts", HostileServer.NormalQuery) })
        {
            var turns = new List<(double Without, double With)>();
            for (var round = -1; round < rounds; round++)
            {
                var turn = (await Time(server, query, limited: false), await Time(server, query, limited: true));
                if (round >= 0) turns.Add(turn);
            }
            table.AddRow(Markup.Escape(name), $"{turns.Select(turn => turn.Without).Order().ElementAt(rounds / 2):N1}",
                $"{turns.Select(turn => turn.With).Order().ElementAt(rounds / 2):N1}",
                $"{turns.Select(turn => turn.With / turn.Without).Order().ElementAt(rounds / 2):N3}");
        }
        AnsiConsole.Write(table);
    }

    private static async Task<double> Time(HostileServer server, string query, bool limited)
    {
        const int Operations = 2_000;
        var (executer, schema, rules) = (server.Services.GetRequiredService<IDocumentExecuter>(), server.Services.GetRequiredService<ISchema>(),
            server.Services.GetRequiredService<OperationRules>());
        var allowed = OperationRule.Plain(isGet: false);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Operations; i++)
        {
            await using var scope = server.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().Identify(Owner, headerKey: null);
            var result = await executer.ExecuteAsync(new ExecutionOptions
            {
                Schema = schema,
                Query = query,
                Variables = new Inputs(new Dictionary<string, object?> { ["n"] = 20 }),
                RequestServices = scope.ServiceProvider,
                ValidationRules = limited ? rules.OfNew(allowed) : DocumentValidator.CoreRules.Append(allowed),
                CachedDocumentValidationRules = limited ? rules.OfKnown(allowed) : [allowed],
            });
            if (result.Errors is { Count: > 0 } errors) throw errors[0];
        }
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Operations;
    }
}
