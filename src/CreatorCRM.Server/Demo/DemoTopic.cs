namespace CreatorCRM.Server.Demo;

/// <summary>What an influencer posts about.</summary>
/// <param name="Words">What their handles are made of.</param>
internal sealed record DemoTopic(string Name, string[] Niches, string[] Words)
{
    public static DemoTopic GlutenFree { get; } = new("gluten-free", ["baking", "bread", "coeliac", "recipes"],
        ["ohneweizen", "crumbsfree", "backtglutenfrei", "brotzeitlos", "nowheathere", "krumenglueck"]);

    public static DemoTopic Running { get; } = new("trail running", ["running", "outdoors", "hiking", "endurance"],
        ["laeuftbergauf", "onthetrails", "hoehenmeter", "slowkilometres", "mudandmiles", "gipfelpuls"]);

    public static DemoTopic Skincare { get; } = new("skincare", ["sensitive skin", "beauty", "sustainability", "minimalism"],
        ["softskinnotes", "hautgefuehle", "threestepface", "barefaced.daily", "birkenhaut", "gentleroutine"]);

    public static DemoTopic PlantBased { get; } = new("plant-based", ["vegan", "recipes", "nutrition", "sustainability"],
        ["beansandbasil", "gruenloeffelt", "plantsonaplate", "wurzelkueche", "oatsandendives", "gemueseabteil"]);

    public static DemoTopic Coffee { get; } = new("coffee", ["barista", "oat milk", "home café", "recipes"],
        ["brewsslowly", "milchschaumig", "secondcrema", "bohnenpost", "flatwhitenotes", "filterfreitag"]);

    public static DemoTopic Family { get; } = new("family", ["parenting", "home", "lunch boxes", "baking"],
        ["kruemelkueche", "fiveattable", "vespermitkindern", "lunchboxletters", "tinycrumbs", "familientisch"]);

    public static IReadOnlyList<DemoTopic> Round { get; } = [GlutenFree, Running, Skincare, GlutenFree, PlantBased, Family, Coffee, Running];
}
