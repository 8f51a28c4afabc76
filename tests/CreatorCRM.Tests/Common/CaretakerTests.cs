using CreatorCRM.Common;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreatorCRM.Tests.Common;

public sealed class CaretakerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Who_is_on_a_round_as_the_node_stops_ends_before_the_silo_does_and_is_no_fault_if_it_fails()
    {
        var host = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        host.NotifyStarted();
        using var caretaker = new Busy(host);
        await caretaker.StartAsync(CancellationToken.None);
        await caretaker.Begun.WaitAsync(Patience);

        host.StopApplication();

        await caretaker.ExecuteTask!.WaitAsync(Patience);
        await caretaker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Who_cannot_be_looked_after_holds_up_none_of_the_others()
    {
        var host = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        host.NotifyStarted();
        using var caretaker = new OneByOne(host);
        await caretaker.StartAsync(CancellationToken.None);
        await caretaker.FirstRound.WaitAsync(Patience);
        await caretaker.StopAsync(CancellationToken.None);
        caretaker.LookedAfter.ShouldBe(["a", "c"]);
    }

    private sealed class OneByOne(ApplicationLifetime host) : Caretaker("Things", TimeSpan.FromHours(1), host, TimeProvider.System, NullLogger.Instance)
    {
        public List<string> LookedAfter { get; } = [];

        protected override Task Round(DateTimeOffset now, CancellationToken cancel) => Each(["a", "b", "c"], one =>
        {
            if (one == "b") throw new InvalidOperationException("It is broken.");
            LookedAfter.Add(one);
            return Task.CompletedTask;
        }, cancel);
    }

    private sealed class Busy(ApplicationLifetime host) : Caretaker("Things", TimeSpan.FromHours(1), host, TimeProvider.System, NullLogger.Instance)
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        protected override async Task Round(DateTimeOffset now, CancellationToken cancel)
        {
            _begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new InvalidOperationException("The silo is gone.");
        }
    }
}
