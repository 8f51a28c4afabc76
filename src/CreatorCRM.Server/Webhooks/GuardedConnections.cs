using System.Net;
using System.Net.Sockets;

namespace CreatorCRM.Server.Webhooks;

/// <summary>
/// Connects to targets. The name is resolved here, and the connection goes to the very address that was judged: nothing can point elsewhere in between.
/// </summary>
/// <param name="resolve">Usually <see cref="Dns.GetHostAddressesAsync(string, CancellationToken)"/>.</param>
public sealed class GuardedConnections(TargetNetworks networks, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <exception cref="ForbiddenTargetException">None of the host's addresses may be connected to.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var target = context.DnsEndPoint;
        var found = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await resolve(target.Host, cancel);
        var addresses = found.Select(TargetNetworks.Plain).Where(networks.Allow).Distinct().ToArray();
        if (addresses.Length == 0) throw new ForbiddenTargetException();
        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(addresses[i], target.Port), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}

/// <summary>The message does not say which address it is, or a webhook could be used to look into the operator's network.</summary>
public sealed class ForbiddenTargetException()
    : Exception("The host's address is not one on the public internet. Whoever runs this server can allow networks with Webhooks__AllowedNetworks.");
