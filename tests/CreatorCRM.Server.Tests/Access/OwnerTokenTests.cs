using CreatorCRM.Server.Access;
using CreatorCRM.Server.Hosting;
using CreatorCRM.Storage;
using Microsoft.Extensions.Configuration;

namespace CreatorCRM.Server.Tests.Access;

public sealed class OwnerTokenTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creatorcrm-").FullName;

    private string File => Path.Combine(_folder, "owner.token");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("short")]
    public void A_token_file_that_was_cut_off_lets_nobody_in(string content)
    {
        System.IO.File.WriteAllText(File, content);
        Should.Throw<StartupException>(() => Read()).Message.ShouldContain(File);
    }

    [Fact]
    public void The_token_that_the_first_start_made_is_the_owners_ever_after()
    {
        Read();
        var token = System.IO.File.ReadAllText(File).Trim();
        Read().Matches(token).ShouldBeTrue();
        Read().Matches(token + "0").ShouldBeFalse();
        Read().Matches("").ShouldBeFalse();
        if (!OperatingSystem.IsWindows()) System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_the_data()
    {
        if (OperatingSystem.IsWindows()) return;
        var storage = new StorageOptions(Path.Combine(_folder, "taken"), null);
        DataFolderLock.Take(storage).Dispose();
        System.IO.File.GetUnixFileMode(storage.DataFolder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var migrated = new StorageOptions(Path.Combine(_folder, "migrated"), null);
        await CrmStorage.Migrate(migrated, TestContext.Current.CancellationToken);
        System.IO.File.GetUnixFileMode(migrated.DataFolder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private OwnerToken Read() => OwnerToken.Read(new ConfigurationBuilder().Build(), new StorageOptions(_folder, null));
}
