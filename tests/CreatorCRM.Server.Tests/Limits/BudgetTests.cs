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
    public void An_operation_that_comes_too_early_takes_what_is_asked_for_that_and_waits_longer()
    {
        _budgets.Spend(Who("bakery", "mia"), 1000);
        _budgets.Spend(Who("bakery", "mia"), 100, otherwise: 50).Wait.ShouldBe(TimeSpan.FromSeconds(1.5));
        _time.Advance(TimeSpan.FromSeconds(1.5));
        _budgets.Spend(Who("bakery", "mia"), 100).Wait.ShouldBeNull();
    }

    [Fact]
    public void Who_is_in_debt_has_nothing_until_it_has_come_back()
    {
        _budgets.Take(Who("bakery", "mia"), 1200);
        _budgets.Spent(Who("bakery", "mia"))!.Remaining.ShouldBe(0);
        _time.Advance(TimeSpan.FromSeconds(2));
        _budgets.Spent(Who("bakery", "mia")).ShouldNotBeNull();
        _time.Advance(TimeSpan.FromSeconds(0.01));
        _budgets.Spent(Who("bakery", "mia")).ShouldBeNull();
        _budgets.Spent(Who("bakery", "tom")).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_dear_gets_its_turn_beside_what_is_cheap()
    {
        _budgets.Spend(Who("bakery", "mia"), 999);
        var dear = _budgets.Settle(Who("bakery", "mia"), 500, CancellationToken.None);
        dear.IsCompletedSuccessfully.ShouldBeTrue("A point is left.");
        var cheap = _budgets.Settle(Who("bakery", "mia"), 1, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(4.99));
        cheap.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.01));
        await cheap;
    }

    [Fact]
    public async Task Callers_at_the_same_time_never_spend_more_than_there_is()
    {
        var granted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 500)
            .Count(_ => _budgets.Spend(Who("bakery", "mia"), 3).Wait is null))));
        granted.Sum().ShouldBe(333);
    }

    private static Caller Who(string workspace, string actor)
    {
        var caller = new Caller();
        caller.Identify(new Identity(workspace, new Actor(actor, actor), Role.Owner, RoleScopes.Of(Role.Owner)), headerKey: null);
        return caller;
    }
}
