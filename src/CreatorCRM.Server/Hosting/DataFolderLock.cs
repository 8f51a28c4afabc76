using CreatorCRM.Storage;

namespace CreatorCRM.Server.Hosting;

/// <summary>Keeps a second process away from an embedded database: two silos that do not know each other would both own every grain.</summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream? _file;

    private DataFolderLock(FileStream? file) => _file = file;

    /// <summary>The operating system frees the lock when the process ends, however it ends. On PostgreSQL there is nothing to lock.</summary>
    /// <exception cref="StartupException">Another process holds it, or the folder cannot be written.</exception>
    public static DataFolderLock Take(StorageOptions storage)
    {
        if (storage.Engine == StorageEngine.Postgres) return new DataFolderLock(null);
        try
        {
            storage.MakeDataFolder();
            return new DataFolderLock(new FileStream(Path.Combine(storage.DataFolder, "crm.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException problem) when (IsHeld(problem))
        {
            throw new StartupException($"Another CreatorCRM runs on {storage.DataFolder}. Stop it first, or give this one a folder of its own with --data.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{storage.DataFolder} cannot be used as the data folder: {problem.Message} Give another folder with --data.");
        }
    }

    // The code of a file that another process keeps to itself: a sharing violation on Windows, else EWOULDBLOCK of Linux or of macOS.
    private static bool IsHeld(IOException problem) =>
        OperatingSystem.IsWindows() ? problem.HResult == unchecked((int)0x80070020) : problem.HResult is 11 or 35;

    public void Dispose() => _file?.Dispose();
}
