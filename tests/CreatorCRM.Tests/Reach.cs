using CsCheck;

namespace CreatorCRM.Tests;

/// <summary>Whether a generator reaches what its properties are to hold for: a state that no run reaches is not tested.</summary>
internal static class Reach
{
    // What one run in a thousand reaches is missed by so many runs once in 10^21 times.
    private const int MostRuns = 50_000;

    /// <summary>Plays run after run, until each of <paramref name="wanted"/> has been met.</summary>
    /// <param name="play">Plays a run and tells all that it met.</param>
    /// <param name="wanted">What must be met at last.</param>
    public static void All<TRun, TMet>(Gen<TRun> runs, Func<TRun, IEnumerable<TMet>> play, IEnumerable<TMet> wanted)
    {
        var missing = wanted.ToHashSet();
        var dice = new PCG(1);
        for (var run = 0; run < MostRuns && missing.Count > 0; run++) missing.ExceptWith(play(runs.Generate(dice, null, out _)));
        missing.ShouldBeEmpty($"{MostRuns} runs met none of them");
    }
}
