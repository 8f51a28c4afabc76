using CreatorCRM.Common;

namespace CreatorCRM.Server.Demo;

/// <summary>The invented colleagues who do the work.</summary>
internal static class DemoTeam
{
    public static Actor Lena { get; } = new("demo:lena", "Lena Vogtmann");
    public static Actor Jonas { get; } = new("demo:jonas", "Jonas Reutershain");
    public static Actor Amelia { get; } = new("demo:amelia", "Amelia Hartgrove");

    public static IReadOnlyList<Actor> Managers { get; } = [Lena, Jonas, Amelia];

    /// <summary>Pays.</summary>
    public static Actor Ines { get; } = new("demo:ines", "Ines Talbrück");

    /// <summary>Takes down the monthly figures.</summary>
    public static Actor Figures { get; } = new("demo:figures", "Monthly figures");

    public static string FirstName(this Actor actor) => actor.Name.Split(' ')[0];
}
