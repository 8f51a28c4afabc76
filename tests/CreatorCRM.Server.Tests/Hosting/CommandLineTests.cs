namespace CreatorCRM.Server.Tests.Hosting;

/// <summary>The command line as an operator types it, also when they mistype it.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"creatorcrm-{Path.GetRandomFileName()}");

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("errors", "--help")]
    public async Task Help_is_printed_and_nothing_started(params string[] args)
    {
        var run = await ProgramRun.Of(args is ["--help"] ? ["--data", _folder, .. args] : args);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldStartWith("CreatorCRM");
        run.Output.ShouldContain("--data DIR");
        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Every_command_has_a_short_help_too() => (await ProgramRun.Of(["verify", "-h"])).Output.ShouldStartWith("verify [--data DIR]");

    [Theory]
    [InlineData("'verify' belongs to no option", "verify")]
    [InlineData("'--date' is no option", "--date", "x")]
    [InlineData("'--date' is no option", "--date=x")]
    [InlineData("'-v' is no option", "-v")]
    [InlineData("'--GraphQL__MaxDepth' is no option", "--GraphQL__MaxDepth", "5")]
    [InlineData("'--GraphQL:MaxDepth' needs a value", "--GraphQL:MaxDepth")]
    [InlineData("'--GraphQL:MaxDepth' needs a value", "--GraphQL:MaxDepth", "--GraphQL:MaxAliases=5")]
    // A setting of a section goes on being read, with care of its own.
    [InlineData("GraphQL__MaxDepth", "--GraphQL:MaxDepth", "deep")]
    public async Task What_a_server_does_not_understand_it_says_and_does_not_serve(string words, params string[] args)
    {
        (await ProgramRun.Of(["--urls", "http://127.0.0.1:0", "--data", _folder, .. args])).ShouldHaveSaid(words);
        if (words != "GraphQL__MaxDepth") Directory.Exists(_folder).ShouldBeFalse();
    }

    [Theory]
    [InlineData("'--forse' is no option", "demo", "--forse")]
    [InlineData("'--platfrom' is no option", "import", "list.csv", "--platfrom", "tiktok")]
    [InlineData("'acme' belongs to no option", "verify", "acme")]
    [InlineData("'--workspace' needs a value", "verify", "--workspace")]
    public async Task What_a_command_does_not_understand_it_says_and_does_nothing(string words, params string[] args)
    {
        (await ProgramRun.Of([.. args, .. words.EndsWith("value", StringComparison.Ordinal) ? [] : (string[])["--data", _folder]])).ShouldHaveSaid(words);
        Directory.Exists(_folder).ShouldBeFalse();
    }
}
