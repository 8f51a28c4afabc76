using CreatorCRM.Server.Hosting;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Server.Tests.Hosting;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Import;

/// <summary>The verb import, as an operator types it.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("creatorcrm-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public async Task A_list_is_shown_and_taken_over_and_the_second_time_nothing_is_new()
    {
        var (name, rows) = SharedLists.All.First();
        var list = await File(SharedLists.Read(name));
        var first = await ProgramRun.Of(["import", list, "--platform", "tiktok", "--yes", "--data", Data]);
        (first.ExitCode, first.Errors).ShouldBe((0, ""));
        first.Output.ShouldContain("HANDLE");
        first.Output.ShouldContain($"{rows} rows: {rows} created, 0 updated, 0 skipped, 0 failed");
        (await ProgramRun.Of(["import", list, "--platform", "tiktok", "--yes", "--data", Data])).Output.ShouldContain($"0 created, 0 updated, {rows} skipped, 0 failed");
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_taken_over()
    {
        var run = await ProgramRun.Of(["import", await File("name,tiktok\nMia,mia\n"u8.ToArray()), "--data", Data]);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("Nothing was imported. Add --yes");
    }

    [Fact]
    public async Task A_missing_file_is_named() =>
        (await ProgramRun.Of(["import", Path.Combine(_folder, "none.csv"), "--yes", "--data", Data])).ShouldHaveSaid("none.csv cannot be read");

    [Fact]
    public async Task An_unknown_platform_is_answered_with_those_there_are() =>
        (await ProgramRun.Of(["import", await File("name,tiktok\nMia,mia\n"u8.ToArray()), "--platform", "orkut", "--data", Data]))
            .ShouldHaveSaid("Choose one of instagram, tiktok");

    [Fact]
    public async Task A_file_that_is_no_list_is_refused_in_words()
    {
        var run = await ProgramRun.Of(["import", await File([0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[50]]), "--yes", "--data", Data]);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("This is an image");
        run.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_in_use_is_left_alone()
    {
        using var other = DataFolderLock.Take(new StorageOptions(Data, null));
        (await ProgramRun.Of(["import", await File("name,tiktok\nMia,mia\n"u8.ToArray()), "--yes", "--data", Data]))
            .ShouldHaveSaid("Another CreatorCRM runs on");
    }

    private async Task<string> File(byte[] content)
    {
        var path = Path.Combine(_folder, "list.csv");
        await System.IO.File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }
}
