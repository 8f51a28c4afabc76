using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace CreatorCRM.Server.Webhooks;

/// <summary>
/// Which IP addresses deliveries may go to: the public internet, and what the operator allows besides. An address is judged when a connection is made, not when
/// a webhook is created: a name can point anywhere a moment later.
/// </summary>
/// <param name="allowed">What is allowed although it is not public.</param>
public sealed class TargetNetworks(ImmutableArray<IPNetwork> allowed)
{
    // IANA's registries of special-purpose addresses; 168.63.129.16 is public by number, and serves machines in Azure their secrets.
    private static readonly ImmutableArray<IPNetwork> NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
            "240.0.0.0/4",
            // Within 2000::/3: protocols, tunnels that carry an IPv4 address (Teredo, 6to4), and examples.
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    // All that is assigned as global unicast. Loopback, link-local, unique local, multicast and the prefixes that embed IPv4 lie outside.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public bool Allow(IPAddress address)
    {
        var plain = Plain(address);
        return allowed.Any(network => network.Contains(plain)) || IsPublic(plain);
    }

    /// <summary>An IPv4 address that is dressed as IPv6 counts as what it is.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsPublic(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address)) && !NotPublic.Any(network => network.Contains(address));
}
