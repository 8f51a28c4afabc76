namespace CreatorCRM.Benchmarks;

internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("creatorcrm-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
