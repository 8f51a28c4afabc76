using System.Net;
using System.Net.Sockets;

namespace CreatorCRM.TestSupport;

/// <summary>Ports of the loopback for what a test starts later.</summary>
public static class Ports
{
    private const int First = 10_000, Count = 20_000;

    // Each process begins elsewhere.
    private static int _next = Environment.ProcessId * 97 % Count;

    /// <summary>
    /// Free at this moment, and given to nobody else in this process. It is none of those that the system gives to connections, so that none takes it before it
    /// is listened on.
    /// </summary>
    public static int Free()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _next) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
