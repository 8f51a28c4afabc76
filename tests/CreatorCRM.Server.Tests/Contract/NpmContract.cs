namespace CreatorCRM.Server.Tests.Contract;

/// <summary>The tools that read the schema: graphql-js, ESLint and the code generator.</summary>
public sealed class NpmContract() : NpmPackage("contract")
{
    /// <summary>A file of the repository by its path from the top.</summary>
    public string File(string path) => Path.GetFullPath(Path.Combine(Folder, "../../../..", path));

    /// <summary>The schema as it is reviewed; another test keeps it equal to the server's.</summary>
    public string Schema => File("tests/CreatorCRM.Server.Tests/schema.graphql");
}
