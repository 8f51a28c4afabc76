namespace CreatorCRM.Server.Demo;

/// <summary>Draws from the scenario's source of chance.</summary>
internal static class DemoChance
{
    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public static double Between(this Random random, double low, double high) => low + random.NextDouble() * (high - low);

    /// <summary>Small numbers are as likely as large ones, as with followers.</summary>
    public static double BetweenMagnitudes(this Random random, double low, double high) => Math.Exp(random.Between(Math.Log(low), Math.Log(high)));
}
