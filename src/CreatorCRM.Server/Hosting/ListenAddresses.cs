using System.Net;
using System.Net.Sockets;

namespace CreatorCRM.Server.Hosting;

/// <summary>
/// Looks at the addresses to listen on before anything starts. Kestrel would find out only once the silo runs, which then has to leave its cluster again, and
/// would tell it with a stack trace.
/// </summary>
internal static class ListenAddresses
{
    /// <param name="urls">As <c>--urls</c> takes them, with semicolons between.</param>
    /// <param name="configuration">Names the certificate for https.</param>
    /// <exception cref="StartupException">One is no address, is not free, or lacks a certificate.</exception>
    public static void Check(string urls, IConfiguration configuration)
    {
        var hasCertificate = configuration.GetSection("Kestrel:Certificates:Default").Exists();
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = Parse(url);
            if (address.Scheme == "https" && !hasCertificate)
                throw new StartupException($"{url} needs a certificate: set Kestrel__Certificates__Default__Path and Kestrel__Certificates__Default__Password, or let a proxy in front speak https.");
            if (address.IsUnixPipe || address.IsNamedPipe) continue;
            if (address.Port is < 0 or > IPEndPoint.MaxPort) throw Unreadable(url);
            Check(url, new IPEndPoint(IpOf(address.Host), address.Port));
        }
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", PathBase: "" } address ? address : throw Unreadable(url);
        }
        catch (FormatException)
        {
            throw Unreadable(url);
        }
    }

    // What is no IP address means every address of the machine.
    private static IPAddress IpOf(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.TryParse(host, out var ip) ? ip : IPAddress.Any;

    private static void Check(string url, IPEndPoint endpoint)
    {
        try
        {
            using var listener = new TcpListener(endpoint);
            listener.Start();
        }
        catch (SocketException problem)
        {
            throw new StartupException(problem.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"{url} is in use by another program. Stop that one, or listen elsewhere with --urls.",
                SocketError.AccessDenied => $"{url} may not be used: ports below 1024 need special rights. Listen elsewhere with --urls.",
                _ => $"{url} cannot be listened on: {problem.Message}. Listen elsewhere with --urls.",
            });
        }
    }

    private static StartupException Unreadable(string url) =>
        new($"'{url}' is no address to listen on. Write --urls http://localhost:5080, with semicolons between several.");
}
