using System.Net;
using CreatorCRM.Server.Webhooks;
using CsCheck;

namespace CreatorCRM.Server.Tests.Webhooks;

public sealed class TargetNetworksTests
{
    private static readonly TargetNetworks Public = new([]);
    private static readonly Gen<IPAddress> AnyV4 = Gen.UInt.Select(bits => new IPAddress([(byte)(bits >> 24), (byte)(bits >> 16), (byte)(bits >> 8), (byte)bits]));
    private static readonly Gen<IPAddress> AnyV6 = Gen.Byte.Array[16].Select(bytes => new IPAddress(bytes));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("2001:db8::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    public void What_is_not_on_the_public_internet_is_refused(string address) => Public.Allow(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("93.184.215.14")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("::ffff:93.184.215.14")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001:82a::200e")]
    public void What_is_on_the_public_internet_is_allowed(string address) => Public.Allow(IPAddress.Parse(address)).ShouldBeTrue();

    [Fact]
    public void An_ipv4_address_dressed_as_ipv6_is_judged_as_what_it_is() =>
        AnyV4.Sample(address => Public.Allow(address.MapToIPv6()).ShouldBe(Public.Allow(address)));

    [Fact]
    public void No_private_ipv4_address_is_allowed_in_any_dress() => AnyV4.Where(IsPrivate).Sample(address =>
    {
        var v4 = address.GetAddressBytes();
        foreach (var dressed in new[] { address, address.MapToIPv6(), Dress("2002", v4), Dress("64:ff9b:0:0:0:0", v4), Dress("0:0:0:0:0:0", v4) })
            Public.Allow(dressed).ShouldBeFalse($"{dressed}");
    });

    [Fact]
    public void No_ipv6_address_outside_the_global_unicast_range_is_allowed() =>
        AnyV6.Where(address => address.GetAddressBytes()[0] >> 5 != 1 && !address.IsIPv4MappedToIPv6).Sample(address => Public.Allow(address).ShouldBeFalse());

    [Fact]
    public void What_an_operator_allows_is_allowed_and_nothing_beside_it()
    {
        var networks = new TargetNetworks([IPNetwork.Parse("10.1.2.0/24"), IPNetwork.Parse("fd12:3456::/32")]);
        networks.Allow(IPAddress.Parse("10.1.2.77")).ShouldBeTrue();
        networks.Allow(IPAddress.Parse("::ffff:10.1.2.77")).ShouldBeTrue();
        networks.Allow(IPAddress.Parse("fd12:3456::1")).ShouldBeTrue();
        networks.Allow(IPAddress.Parse("10.1.3.1")).ShouldBeFalse();
        networks.Allow(IPAddress.Parse("127.0.0.1")).ShouldBeFalse();
    }

    private static bool IsPrivate(IPAddress address) =>
        address.GetAddressBytes() is var b && (b[0] is 0 or 10 or 127 or >= 224 || b is [172, >= 16 and < 32, ..] || b is [192, 168, ..] or [169, 254, ..]);

    private static IPAddress Dress(string prefix, byte[] v4) =>
        IPAddress.Parse($"{prefix}:{v4[0]:x2}{v4[1]:x2}:{v4[2]:x2}{v4[3]:x2}{(prefix.Count(c => c == ':') < 5 ? "::" : "")}");
}
