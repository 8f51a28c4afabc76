using System.Text.RegularExpressions;

namespace CreatorCRM.Server.Tests.Contract;

/// <summary>The README shows the very files that the front-end tests run. A block below a comment with a file's name is that file.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_recipes_in_the_readme_are_the_ones_that_are_tested()
    {
        var npm = new NpmFrontEnds();
        var readme = await File.ReadAllTextAsync(Path.Combine(npm.Folder, "../../../..", "README.md"), TestContext.Current.CancellationToken);
        var shown = Recipe().Matches(readme).ToDictionary(block => block.Groups["file"].Value, block => block.Groups["code"].Value);
        var recipes = Path.Combine(npm.Folder, "recipes");
        var tested = Directory.GetFiles(recipes, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(recipes, file), File.ReadAllText);
        shown.Keys.ShouldBe(tested.Keys, ignoreOrder: true);
        foreach (var (file, code) in shown) code.ShouldBe(tested[file], $"Copy recipes/{file} into the README.");
    }

    [GeneratedRegex(@"<!-- recipes/(?<file>\S+) -->\s+```\w+\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Recipe();
}
