using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Server.Tests.Limits;

public sealed class BudgetTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly CostBudgets _budgets;

    public BudgetTests() => _budgets = new CostBudgets(new GraphQLHostOptions { CostBudget = 1000, CostBudgetPerSecond = 100 }, _time);

    [Fact]
    public void Every_actor_of_every_workspace_has_a_budget_of_their_own()
    {
        _budgets.Spend(Who("bakery", "mia"), 1000).Remaining.ShouldBe(0);
        _budgets.Spend(Who("bakery", "mia"), 1).Wait.ShouldBe(TimeSpan.FromSeconds(0.01));
        _budgets.Spend(Who("bakery", "tom"), 1).Remaining.ShouldBe(999);
        _budgets.Spend(Who("brewery", "mia"), 1).Remaining.ShouldBe(999);
    }

    [Fact]
    public void A_refused_operation_takes_nothing()
    {
        _budgets.Spend(Who("bakery", "mia"), 900);
        for (var i = 0; i < 10; i++) _budgets.Spend(Who("bakery", "mia"), 101).Remaining.ShouldBe(100);
        _budgets.Spend(Who("bakery", "mia"), 100).Wait.ShouldBeNull();
    }

    [Fact]
    public void Who_asks_nothing_any_more_is_forgotten()
    {
        for (var i = 0; i < 5000; i++) _budgets.Spend(Who("bakery", $"visitor-{i}"), 500);
        _budgets.Count.ShouldBe(5000);
        _time.Advance(TimeSpan.FromSeconds(11));
        _budgets.Spend(Who("bakery", "mia"), 1);
        _budgets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Callers_at_the_same_time_never_spend_more_than_there_is()
    {
        var granted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 500).Count(_ => _budgets.Spend(Who("bakery", "mia"), 3).Wait is null))));
        granted.Sum().ShouldBe(333);
    }

    private static Caller Who(string workspace, string actor)
    {
        var caller = new Caller();
        caller.Identify(new Identity(workspace, new Actor(actor, actor), Role.Owner, RoleScopes.Of(Role.Owner)), headerKey: null);
        return caller;
    }
}
