namespace CreatorCRM.Imports;

/// <summary>Where an import stands.</summary>
public enum ImportStatus
{
    /// <summary>Uploaded and looked at; nothing has been written.</summary>
    Previewed,
    /// <summary>Rows are being taken over.</summary>
    Running,
    /// <summary>Every row was taken over, left as it was, or reported.</summary>
    Completed,
}

/// <summary>An uploaded file with its preview. Not part of the journal: what it brings is.</summary>
public sealed class ImportFileRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string FileName { get; init; }
    /// <summary>Of the input that brought it, when that had an idempotency key.</summary>
    public string? Fingerprint { get; init; }
    /// <summary>Empty once the import is complete: the file holds personal data that nobody needs any more.</summary>
    public required byte[] Content { get; init; }
    /// <summary>JSON of <see cref="ImportPreview"/>; without examples once the import is complete.</summary>
    public required string Preview { get; init; }
    public ImportStatus Status { get; init; }
    public DateTimeOffset UploadedAt { get; init; }
}
