using System.Runtime.CompilerServices;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Tests.GraphQL;

/// <summary>Clients branch on codes: a new one is seen in review, in deploy/errors.md.</summary>
public sealed class ErrorHandbookTests
{
    private const string Accept = "CREATORCRM_ACCEPT_ERRORS";

    [Fact]
    public async Task Every_code_is_in_the_handbook()
    {
        var handbook = ErrorHandbook.Write();
        if (Environment.GetEnvironmentVariable(Accept) == "1") await File.WriteAllTextAsync(Reviewed(), handbook, TestContext.Current.CancellationToken);
        var reviewed = await File.ReadAllTextAsync(Reviewed(), TestContext.Current.CancellationToken);
        handbook.ShouldBe(reviewed, $"If the change is meant, run this test again with {Accept}=1 and commit {Reviewed()}.");
    }

    private static string Reviewed([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "deploy", "errors.md");
}
