namespace CreatorCRM.Server.Tests;

/// <summary>For servers of the tests, which answer when the machine lets them.</summary>
internal static class PatientHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Waits for a server that was asked whether it wants a large body, instead of sending it after a second: what is refused would break the connection.
    /// </summary>
    public static HttpClient Client() => new(new SocketsHttpHandler { Expect100ContinueTimeout = Patience }) { Timeout = Patience };
}
