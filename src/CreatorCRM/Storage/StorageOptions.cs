using Microsoft.Data.Sqlite;

namespace CreatorCRM.Storage;

/// <summary>Where the data lives. With a connection string: PostgreSQL. Without: SQLite files in a folder.</summary>
public sealed record StorageOptions(string DataFolder, string? PostgresConnectionString)
{
    public StorageEngine Engine => PostgresConnectionString is null ? StorageEngine.Sqlite : StorageEngine.Postgres;

    /// <summary>The journal and the read model.</summary>
    public string CrmConnectionString => PostgresConnectionString ?? new SqliteConnectionStringBuilder { DataSource = CrmFile, DefaultTimeout = 30 }.ToString();

    /// <summary>The file of the journal and the read model on SQLite.</summary>
    public string CrmFile => Path.Combine(DataFolder, "crm.db");

    /// <summary>Orleans' grain storage on SQLite: a file of its own, so that snapshots never wait for the journal's writer.</summary>
    public string OrleansFile => Path.Combine(DataFolder, "orleans.db");

    /// <summary>Makes the folder, for its owner alone, since the data are personal. One that exists stays as the operator made it.</summary>
    public void MakeDataFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(DataFolder);
        else Directory.CreateDirectory(DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
