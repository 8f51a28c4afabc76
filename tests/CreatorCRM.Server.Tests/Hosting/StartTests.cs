using System.Net;
using System.Net.Sockets;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Tests.Hosting;

public sealed class StartTests(PostgresServer postgres) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creatorcrm-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Payouts__SecondPersonAbove", "a lot", "an amount such as 500")]
    [InlineData("Access__PersonalTokenDays", "0", "from 1 to 3650")]
    [InlineData("Access__PersonalTokenDays", "a year", "from 1 to 3650")]
    [InlineData("CREATORCRM_OWNER_TOKEN", "short", "fewer than 16 characters")]
    [InlineData("ConnectionStrings__Crm", "Host=127.0.0.1;Port=1;Username=crm;Password=the-password;Database=crm", "127.0.0.1:1")]
    [InlineData("GraphQL__MaxDepth", "deep", "a whole number from 1 to 2147483647")]
    [InlineData("GraphQL__MaxDepth", "0", "a whole number from 1 to 2147483647")]
    [InlineData("GraphQL__MaxAliases", "-1", "a whole number from 1 to 2147483647")]
    [InlineData("GraphQL__ExecutionTimeout", "half an hour", "a time above zero such as 00:00:30")]
    [InlineData("GraphQL__Introspection", "perhaps", "true or false")]
    [InlineData("GraphQL__MaxDeepness", "12", "GraphQL__MaxDepth")]
    [InlineData("GraphQL__MaxCost", "300000", "could never run")]
    [InlineData("ConnectionStrings__Crm", "nonsense", "cannot be read")]
    [InlineData("ConnectionStrings__Crm", "Host=127.0.0.1;Shoe=38", "cannot be read")]
    [InlineData("GraphQL__PersistedDocuments", "/nowhere/*.json", "/nowhere/*.json")]
    [InlineData("GraphQL__OnlyPersistedDocuments", "true", "there are no documents")]
    [InlineData("GraphQL__OnlyPersistedDocuments", "perhaps", "true or false")]
    [InlineData("GraphQL__MaxBatch", "0", "whole number from 1")]
    public async Task A_wrong_setting_ends_the_program_with_a_line_that_names_it(string variable, string value, string words)
    {
        var run = await ProgramRun.Of(["--urls", "http://127.0.0.1:0", "--data", _folder], (variable, value));
        run.ShouldHaveSaid(words);
        run.Errors.ShouldContain(variable);
        run.Errors.ShouldNotContain("the-password");
    }

    [Fact]
    public async Task The_verb_errors_prints_the_handbook()
    {
        var run = await ProgramRun.Of(["errors"]);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldBe(ErrorHandbook.Write());
    }

    [Fact]
    public async Task A_silo_port_that_is_none_is_named()
    {
        var run = await ProgramRun.Of(["--urls", "http://127.0.0.1:0"],
            ("ConnectionStrings__Crm", await postgres.CreateDatabase()), ("CREATORCRM_OWNER_TOKEN", "the-owner-of-the-tests"), ("Cluster__SiloPort", "http"));
        run.ShouldHaveSaid("Cluster__SiloPort");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://127.0.0.1:21")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:0;http://")]
    public async Task An_address_that_is_none_is_named(string urls) =>
        (await ProgramRun.Of(["--urls", urls, "--data", _folder])).ShouldHaveSaid("is no address to listen on");

    [Fact]
    public async Task An_https_address_without_a_certificate_says_what_to_set() =>
        (await ProgramRun.Of(["--urls", "https://127.0.0.1:0", "--data", _folder])).ShouldHaveSaid("Kestrel__Certificates__Default__Path");

    [Fact]
    public async Task A_port_in_use_is_named_before_anything_starts()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        (await ProgramRun.Of(["--urls", $"http://localhost:{((IPEndPoint)other.LocalEndpoint).Port}", "--data", _folder]))
            .ShouldHaveSaid("is in use by another program");
        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_is_named()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        (await ProgramRun.Of(["--urls", "http://127.0.0.1:0", "--data", file])).ShouldHaveSaid("cannot be used as the data folder");
    }

    [Theory]
    [InlineData("crm.db")]
    [InlineData("orleans.db")]
    public async Task A_damaged_database_is_named_and_left_as_it_is(string file)
    {
        var path = Path.Combine(_folder, file);
        await File.WriteAllTextAsync(path, "this was a database once, before the disk went bad", TestContext.Current.CancellationToken);
        (await ProgramRun.Of(["--urls", "http://127.0.0.1:0", "--data", _folder])).ShouldHaveSaid("is damaged");
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldStartWith("this was a database once");
    }

    [Fact]
    public async Task An_empty_token_file_lets_nobody_in()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "owner.token"), "", TestContext.Current.CancellationToken);
        (await ProgramRun.Of(["--urls", "http://127.0.0.1:0", "--data", _folder], ("CREATORCRM_OWNER_TOKEN", null))).ShouldHaveSaid("holds no token");
    }
}
