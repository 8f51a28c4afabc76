namespace CreatorCRM.Storage;

/// <summary>The two databases that CreatorCRM runs on.</summary>
public enum StorageEngine { Sqlite, Postgres }
