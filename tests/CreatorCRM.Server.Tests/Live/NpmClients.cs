namespace CreatorCRM.Server.Tests.Live;

/// <summary>The reference clients of the protocols.</summary>
public sealed class NpmClients() : NpmPackage("");
