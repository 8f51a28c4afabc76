namespace CreatorCRM.Server.Tests.Api;

/// <summary>Lists as they were found in the world, where a copy of them lies beside the repository.</summary>
internal static class SharedLists
{
    private static readonly Dictionary<string, int> Known = new()
    {
        ["tt_nigeria_2025-04.csv"] = 200,
        ["creator_atlas.csv"] = 59,
        ["handles_only_spark_ar.csv"] = 9_730,
        ["handles_only_tech.csv"] = 90,
        ["jp_opendata_makers.csv"] = 142,
    };

    /// <summary>Each list that is there with its number of rows; without any, one that was written here.</summary>
    public static IEnumerable<(string Name, int Rows)> All => Folder() is { } folder && Known.Keys.All(name => File.Exists(Path.Combine(folder, name)))
        ? Known.Select(list => (list.Key, list.Value))
        : [("written here", 2)];

    public static byte[] Read(string name) => Known.ContainsKey(name)
        ? File.ReadAllBytes(Path.Combine(Folder()!, name))
        : ",,,\r\nRank,Name,Username,Follower Count\r\n1,Mia Brot,@miabrot,10.4M\r\n2,Tom Korn,@tomkorn,876K\r\n"u8.ToArray();

    private static string? Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CreatorCRM.sln"))) folder = folder.Parent;
        return folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data", "creators") : null;
    }
}
