using CreatorCRM.Imports;
using CreatorCRM.Influencers;

namespace CreatorCRM.Tests.Imports;

/// <summary>Reads lists as they were found in the world, where a copy of them lies beside the repository; the oddities themselves are covered by the
/// other tests.</summary>
public sealed class SharedSamplesTests
{
    private static readonly (string File, Platform Platform, int Rows, int Candidates, int Accounts)[] Known =
    [
        ("tt_nigeria_2025-04.csv", Platform.Tiktok, 200, 200, 200),
        ("creator_atlas.csv", Platform.Tiktok, 59, 59, 59),
        ("handles_only_spark_ar.csv", Platform.Instagram, 9_730, 9_696, 9_696),
        ("handles_only_tech.csv", Platform.Instagram, 90, 90, 169),
        ("jp_opendata_makers.csv", Platform.Instagram, 142, 142, 0),
    ];

    public static TheoryData<string> Samples =>
        [.. Known.Select(known => known.File).Where(file => Folder is not null && File.Exists(Path.Combine(Folder, file))), "(written here)"];

    private static string? Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CreatorCRM.sln"))) folder = folder.Parent;
            var shared = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data", "creators") : null;
            return Directory.Exists(shared) ? shared : null;
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_real_list_is_read_without_help(string sample)
    {
        var known = Known.SingleOrDefault(known => known.File == sample, (File: "", Platform: Platform.Tiktok, Rows: 2, Candidates: 2, Accounts: 2));
        var file = known.File.Length > 0 ? File.ReadAllBytes(Path.Combine(Folder!, sample))
            : Csv.Bytes(",,,\r\nRank,Name,Username,Follower Count\r\n1,Mia Brot,@miabrot,10.4M\r\n2,??? ????,@tomkorn,876K\r\n");
        var preview = Csv.Preview(file, known.Platform);
        var rows = ImportRows.Read(file, preview).ToList();
        preview.Rows.ShouldBe(known.Rows);
        rows.Count.ShouldBe(known.Rows);
        rows.Count(row => row.Candidate is not null).ShouldBe(known.Candidates);
        rows.Where(row => row.Candidate is null).ShouldAllBe(row => row.Problems.Any(problem => problem.Fatal));
        rows.Sum(row => row.Candidate?.Accounts.Length ?? 0).ShouldBe(known.Accounts);
    }
}
