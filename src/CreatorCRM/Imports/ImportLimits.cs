namespace CreatorCRM.Imports;

/// <summary>What an uploaded file may hold: far above any real list, low enough that one upload cannot fill a silo.</summary>
public static class ImportLimits
{
    public const int MaxFileBytes = 25 * 1024 * 1024;

    public const int MaxRows = 200_000;

    public const int MaxColumns = 500;

    /// <summary>In bytes of UTF-8. A longer cell means a quotation mark that swallowed the file, or no table at all.</summary>
    public const int MaxCellBytes = 1_000_000;
}
