using CreatorCRM.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CreatorCRM.TestSupport;

/// <summary>What a node looks after by itself.</summary>
public static class Caretakers
{
    /// <summary>Until all have made the round that a start brings, so that the next one is made when the test moves the time.</summary>
    public static Task FirstRounds(IServiceProvider node) =>
        Task.WhenAll(node.GetServices<IHostedService>().OfType<Caretaker>().Select(caretaker => caretaker.FirstRound));
}
