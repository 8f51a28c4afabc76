using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Server.Tests.Live;

public sealed class CatchUpTests : IDisposable
{
    private readonly TaskCompletionSource _go = new();
    private readonly CatchUps _catchUps = new(new CostBudgets(new GraphQLHostOptions(), new FakeTimeProvider()));
    private int _begun;

    public void Dispose() => _catchUps.Dispose();

    [Fact]
    public async Task Two_pages_of_a_caller_are_read_at_a_time_and_four_in_all()
    {
        var reads = Enumerable.Range(0, 200).Select(_ => Read("mia")).ToList();
        _begun.ShouldBe(2);
        reads.Add(Read("tom"));
        reads.Add(Read("tom"));
        _begun.ShouldBe(4, "Whoever else reads does not wait for a caller's many.");
        reads.Add(Read("ann"));
        _begun.ShouldBe(4);

        _go.SetResult();
        await Task.WhenAll(reads);
        _begun.ShouldBe(203);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_turn_to_the_next()
    {
        using var gone = new CancellationTokenSource();
        var first = (Read("mia"), Read("mia"));
        var (leaving, next) = (Read("mia", gone.Token), Read("mia"));
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => leaving);

        _go.SetResult();
        await Task.WhenAll(first.Item1, first.Item2, next);
        _begun.ShouldBe(3);
    }

    private Task<IReadOnlyList<LoggedEvent>> Read(string actor, CancellationToken cancel = default)
    {
        var caller = new Caller();
        caller.Identify(new Identity("bakery", new Actor(actor, actor), Role.Owner, RoleScopes.Of(Role.Owner)), headerKey: null);
        return _catchUps.Read(caller, Page, cancel);
    }

    private async Task<IReadOnlyList<LoggedEvent>> Page()
    {
        Interlocked.Increment(ref _begun);
        await _go.Task;
        return [];
    }
}
