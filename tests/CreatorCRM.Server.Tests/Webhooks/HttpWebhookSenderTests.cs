using System.Net;
using System.Threading.Channels;
using CreatorCRM.Common;
using CreatorCRM.Server.Webhooks;
using CreatorCRM.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace CreatorCRM.Server.Tests.Webhooks;

public sealed class HttpWebhookSenderTests : IAsyncLifetime
{
    private static readonly IPNetwork Loopback = IPNetwork.Parse("127.0.0.0/8");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly DeliverySlots _slots = new();
    private WebhookReceiver _receiver = null!;

    public async ValueTask InitializeAsync() => _receiver = await WebhookReceiver.Start();

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        _slots.Dispose();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::1]")]
    [InlineData("0.0.0.0")]
    public async Task A_target_inside_is_refused_however_it_is_written_and_hears_nothing(string host)
    {
        var answer = await Send(Sender(), Url(host));
        answer.Error.ShouldNotBeNull().ShouldContain("not one on the public internet");
        answer.Error.ShouldNotContain("127.0.0.1");
        _receiver.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_is_judged_by_what_it_points_to_at_the_very_moment_of_the_connection()
    {
        // It pointed to a good address when somebody looked at it first.
        var pointsTo = new Queue<IPAddress>([IPAddress.Loopback, IPAddress.Parse("10.0.0.1")]);
        var sender = Sender((_, _) => Task.FromResult(new[] { pointsTo.Dequeue() }), Loopback);
        _receiver.Answer = (_, http) =>
        {
            http.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        };
        (await Send(sender, Url("hooks.example.com"))).IsSuccess.ShouldBeTrue();
        (await Send(sender, Url("hooks.example.com"))).Error.ShouldNotBeNull().ShouldContain("not one on the public internet");
    }

    [Fact]
    public async Task Of_several_addresses_only_those_allowed_are_connected_to()
    {
        var sender = Sender((_, _) => Task.FromResult(new[] { IPAddress.Parse("10.0.0.1"), IPAddress.Parse("169.254.169.254"), IPAddress.Loopback }), Loopback);
        (await Send(sender, Url("hooks.example.com"))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await WebhookReceiver.Start();
        _receiver.Answer = (_, http) =>
        {
            http.Response.Redirect(elsewhere.Url, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        var answer = await Send(Sender(Loopback), _receiver.Url);
        answer.ShouldSatisfyAllConditions(a => a.StatusCode.ShouldBe(307), a => a.Error.ShouldNotBeNull().ShouldContain("Redirects are not followed"));
        elsewhere.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receiver_has_ten_seconds()
    {
        var asked = new TaskCompletionSource();
        _receiver.Answer = async (_, http) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        var sending = Send(Sender(Loopback), _receiver.Url);
        await asked.Task;
        _time.Advance(TimeSpan.FromSeconds(9.9));
        sending.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.2));
        (await sending).ShouldSatisfyAllConditions(a => a.StatusCode.ShouldBeNull(), a => a.Error.ShouldBe("No answer within 10 seconds."));
    }

    [Fact]
    public async Task Many_that_wait_for_the_same_host_leave_others_their_turn_and_each_its_ten_seconds()
    {
        var asked = Channel.CreateUnbounded<string>();
        _receiver.Answer = async (received, http) =>
        {
            await asked.Writer.WriteAsync(received.Target);
            if (received.Target.Contains("slow", StringComparison.Ordinal))
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
        var sender = Sender(Loopback);
        const int webhooks = 15, attempts = WebhookOptions.AttemptsAtATime + 1;
        var slow = Enumerable.Range(0, webhooks * attempts).Select(i => Send(sender, Url("127.0.0.1") + "slow", new EntityKey("slow", $"{i / attempts}")))
            .ToArray();
        for (var i = 0; i < webhooks * WebhookOptions.AttemptsAtATime; i++) await asked.Reader.ReadAsync();

        (await Send(sender, Url("127.0.0.1") + "fast", new EntityKey("fast", "0"))).IsSuccess.ShouldBeTrue();
        (await asked.Reader.ReadAsync()).ShouldBe("/fast");
        _time.Advance(TimeSpan.FromSeconds(11));
        for (var i = 0; i < webhooks; i++) (await asked.Reader.ReadAsync()).ShouldBe("/slow");
        await Poll.Until(() => slow.Count(sending => sending.IsCompleted) == webhooks * WebhookOptions.AttemptsAtATime);
        _time.Advance(TimeSpan.FromSeconds(9));
        slow.Count(sending => sending.IsCompleted).ShouldBe(webhooks * WebhookOptions.AttemptsAtATime);
        _time.Advance(TimeSpan.FromSeconds(2));
        (await Task.WhenAll(slow)).ShouldAllBe(answer => answer.Error == "No answer within 10 seconds.");
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(410, false)]
    public async Task A_status_counts_although_the_body_behind_it_breaks_off(int status, bool succeeded)
    {
        _receiver.Answer = async (_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentLength = 100;
            await http.Response.WriteAsync("half");
            await http.Response.Body.FlushAsync();
        };
        (await Send(Sender(Loopback), _receiver.Url)).ShouldSatisfyAllConditions(a => a.StatusCode.ShouldBe(status), a => a.IsSuccess.ShouldBe(succeeded));
    }

    [Fact]
    public async Task Only_the_beginning_of_a_long_answer_is_read_and_kept_without_control_characters()
    {
        _receiver.Answer = async (_, http) =>
        {
            http.Response.StatusCode = 500;
            await http.Response.WriteAsync("Out of\u0000 order.\n" + new string('x', 4_000_000));
        };
        var answer = await Send(Sender(Loopback), _receiver.Url);
        answer.Error.ShouldNotBeNull().ShouldStartWith("The receiver answered 500: Out of  order. xxx");
        answer.Error.Length.ShouldBeLessThan(600);
    }

    [Theory]
    [InlineData(503, 120)]
    [InlineData(429, 120)]
    [InlineData(500, null)]
    public async Task Retry_after_counts_where_it_means_something(int status, int? seconds)
    {
        _receiver.Answer = (_, http) =>
        {
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (status, "120");
            return Task.CompletedTask;
        };
        (await Send(Sender(Loopback), _receiver.Url)).RetryAfter.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Fact]
    public async Task Http_without_tls_is_for_those_who_allow_it()
    {
        var sender = new HttpWebhookSender(new GuardedConnections(new TargetNetworks([Loopback]), Dns.GetHostAddressesAsync), _slots, new WebhookOptions(),
            _time);
        (await Send(sender, _receiver.Url)).Error.ShouldBe("The address is not https.");
        _receiver.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_listens_and_unknown_names_are_told()
    {
        (await Send(Sender(Loopback), $"http://127.0.0.1:{Ports.Free()}/")).Error.ShouldBe("The receiver could not be reached: ConnectionRefused.");
        var unknown = Sender((_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound), Loopback);
        (await Send(unknown, "http://nowhere.example.com/")).Error.ShouldBe("The host's name is not known.");
    }

    private string Url(string host) => $"http://{host}:{new Uri(_receiver.Url).Port}/";

    private HttpWebhookSender Sender(params IPNetwork[] allowed) => Sender(Dns.GetHostAddressesAsync, allowed);

    private HttpWebhookSender Sender(Func<string, CancellationToken, Task<IPAddress[]>> resolve, params IPNetwork[] allowed) =>
        new(new GuardedConnections(new TargetNetworks([.. allowed]), resolve), _slots, new WebhookOptions { AllowHttp = true }, _time);

    private Task<WebhookAnswer> Send(HttpWebhookSender sender, string url) => Send(sender, url, new EntityKey("default", "w1"));

    private async Task<WebhookAnswer> Send(HttpWebhookSender sender, string url, EntityKey webhook) => await sender.Send(
        new WebhookTarget(webhook, url, ["whsec_" + Convert.ToBase64String(new byte[32])]), WebhookBody.Test("t1", "default", Actor.System, _time.GetUtcNow()),
        CancellationToken.None);
}
