using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CreatorCRM.Access;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>
/// Forged, stale and misdirected JWTs against the running server. Each is refused in the same words, and the server never asks anybody but the issuer for keys.
/// </summary>
public sealed class JwtAttackTests(PostgresServer postgres) : IAsyncLifetime
{
    private readonly MovedTime _time = new();
    private readonly RSA _mallory = RSA.Create(2048);
    private Issuer _foreign = null!;
    private GuardedServer _server = null!;

    private DateTimeOffset Now => _time.GetUtcNow();

    private Dictionary<string, object?> Honest => _server.Issuer.Claims("ada@example.com", Now);

    public async ValueTask InitializeAsync()
    {
        _foreign = await Issuer.Start();
        _server = await GuardedServer.Start(StorageEngine.Sqlite, postgres, _time);
        await _server.Crm.Grains.Workspace().Hire("ada", Role.Manager);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _foreign.DisposeAsync();
        _mallory.Dispose();
    }

    [Fact]
    public async Task An_honest_token_opens_and_each_forged_one_is_refused()
    {
        (await Try(_server.Issuer.Token(Honest))).ShouldBe("200 Name of ada in Default");
        foreach (var (attack, token) in Attacks()) (await Try(token)).ShouldBe("401 UNAUTHENTICATED", attack);
        (await Try(_server.Issuer.Token(With("filler", new string('x', 20_000))))).ShouldBe("401 UNAUTHENTICATED");
        (await Try(_server.Issuer.Token(With("filler", new string('x', 40_000))))).ShouldBe("431");
        _foreign.KeyRequests.ShouldBe(0);
        (await Try(_server.Issuer.Token(Honest))).ShouldBe("200 Name of ada in Default");
    }

    [Fact]
    public async Task A_new_key_works_with_its_first_token_and_a_withdrawn_one_no_more()
    {
        var old = _server.Issuer.Token(Honest);
        (await Try(old)).ShouldStartWith("200");
        _server.Issuer.Keys.Add("second", RSA.Create(2048));
        _server.Issuer.Keys.Remove("first");
        _time.Move(TimeSpan.FromSeconds(30));
        (await Try(_server.Issuer.Token(Honest, "second"))).ShouldStartWith("200");
        (await Try(old)).ShouldBe("401 UNAUTHENTICATED");
    }

    [Fact]
    public async Task A_withdrawn_key_holds_no_longer_than_until_the_provider_answers_again()
    {
        (await Try(_server.Issuer.Token(Honest))).ShouldStartWith("200");
        using var withdrawn = _server.Issuer.Keys["first"];
        _server.Issuer.Keys.Remove("first");
        _server.Issuer.Keys.Add("second", RSA.Create(2048));
        _time.Move(TimeSpan.FromHours(12));
        _server.Issuer.IsAway = true;
        (await Try(OfWithdrawn())).ShouldStartWith("200");
        _server.Issuer.IsAway = false;
        _time.Move(TimeSpan.FromSeconds(30));
        (await Try(OfWithdrawn())).ShouldBe("401 UNAUTHENTICATED");

        string OfWithdrawn() => Issuer.Sign(Issuer.Header(), JsonSerializer.Serialize(Honest), withdrawn);
    }

    [Fact]
    public async Task Invented_keys_cause_one_question_in_half_a_minute()
    {
        (await Try(_server.Issuer.Token(Honest))).ShouldStartWith("200");
        _server.Issuer.KeyRequests.ShouldBe(1);
        for (var i = 0; i < 20; i++) await Try(Issuer.Sign(Issuer.Header($"invented-{i}"), JsonSerializer.Serialize(Honest), _mallory));
        _server.Issuer.KeyRequests.ShouldBe(1);
        _time.Move(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 20; i++) await Try(Issuer.Sign(Issuer.Header($"again-{i}"), JsonSerializer.Serialize(Honest), _mallory));
        _server.Issuer.KeyRequests.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_ends_half_a_minute_after_it_says_and_only_that_is_told()
    {
        var token = _server.Issuer.Token(Honest);
        _time.Move(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(25));
        (await Try(token)).ShouldStartWith("200");
        _time.Move(TimeSpan.FromSeconds(10));
        (await Try(token)).ShouldBe("401 UNAUTHENTICATED");
        (await Challenge(token)).ShouldBe("Bearer error=\"invalid_token\", error_description=\"The token has expired\"");
        (await Challenge(Issuer.Sign(Issuer.Header(), JsonSerializer.Serialize(Honest), _mallory))).ShouldBe("Bearer error=\"invalid_token\"");
    }

    private IEnumerable<(string Attack, string Token)> Attacks()
    {
        var payload = JsonSerializer.Serialize(Honest);
        var genuine = _server.Issuer.Token(Honest);
        var parts = genuine.Split('.');
        var key = _server.Issuer.Keys["first"];
        var publicKey = Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem());
        var jwk = JsonSerializer.Serialize(Issuer.Jwk("mine", _mallory));
        yield return ("no algorithm", Issuer.Join(Issuer.Header(alg: "none"), payload, _ => []));
        yield return ("no algorithm, in other letters", Issuer.Join(Issuer.Header(alg: "NoNe"), payload, _ => []));
        yield return ("no algorithm, with a signature", Issuer.Sign(Issuer.Header(alg: "none"), payload, key));
        yield return ("no signature", $"{parts[0]}.{parts[1]}.");
        yield return ("the public key as a shared secret", Issuer.Join(Issuer.Header(alg: "HS256"), payload, text => HMACSHA256.HashData(publicKey, text)));
        yield return ("the modulus as a shared secret",
            Issuer.Join(Issuer.Header(alg: "HS256"), payload, text => HMACSHA256.HashData(key.ExportParameters(false).Modulus!, text)));
        yield return ("an algorithm that is not allowed",
            Issuer.Join(Issuer.Header(alg: "RS384"), payload, text => key.SignData(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)));
        yield return ("another issuer", _server.Issuer.Token(With("iss", "https://mallory.example.com")));
        yield return ("another issuer's token", _foreign.Token(_foreign.Claims("ada@example.com", Now)));
        yield return ("another audience", _server.Issuer.Token(With("aud", "somebody-else")));
        yield return ("no audience", _server.Issuer.Token(Without("aud")));
        yield return ("expired", _server.Issuer.Token(With("exp", Now.AddMinutes(-1).ToUnixTimeSeconds())));
        yield return ("not yet valid", _server.Issuer.Token(With("nbf", Now.AddMinutes(1).ToUnixTimeSeconds())));
        yield return ("no end", _server.Issuer.Token(Without("exp")));
        yield return ("an end that is no number", _server.Issuer.Token(With("exp", "never")));
        yield return ("nobody", _server.Issuer.Token(Without("sub")));
        yield return ("an unknown key", Issuer.Sign(Issuer.Header("mallory"), payload, _mallory));
        yield return ("a known key's name", Issuer.Sign(Issuer.Header(), payload, _mallory));
        yield return ("no key's name", Issuer.Sign(Issuer.Header(kid: null), payload, _mallory));
        yield return ("a key in the header", Issuer.Sign(Issuer.Header("mine", more: $",\"jwk\":{jwk}"), payload, _mallory));
        yield return ("a key set by address", Issuer.Sign(Issuer.Header("first", more: $",\"jku\":\"{_foreign.Address}/keys\""), payload,
            _foreign.Keys["first"]));
        yield return ("a certificate by address", Issuer.Sign(Issuer.Header("mine", more: $",\"x5u\":\"{_foreign.Address}/keys\""), payload, _mallory));
        yield return ("a tampered payload", $"{parts[0]}.{Issuer.Encode(payload.Replace("ada@", "eve@", StringComparison.Ordinal))}.{parts[2]}");
        yield return ("two names of keys", Issuer.Sign("""{"alg":"RS256","typ":"JWT","kid":"first","kid":"mallory"}""", payload, _mallory));
        yield return ("two subjects, not signed again", $"{parts[0]}.{Issuer.Encode(payload[..^1] + ",\"sub\":\"owner\"}")}.{parts[2]}");
        yield return ("another kind of token", Issuer.Sign("""{"alg":"RS256","typ":"logout+jwt","kid":"first"}""", payload, key));
        yield return ("no kind of token", Issuer.Sign("""{"alg":"RS256","kid":"first"}""", payload, key));
        yield return ("critical extensions that nobody knows", Issuer.Sign(Issuer.Header(more: ",\"crit\":[\"b64\"],\"b64\":false"), payload, key));
        yield return ("no JSON", "e30.e30.e30");
        yield return ("too many parts", $"{genuine}.{parts[2]}.{parts[2]}");
    }

    private Dictionary<string, object?> With(string claim, object value) => new(Honest) { [claim] = value };

    private Dictionary<string, object?> Without(string claim) => Honest.Where(one => one.Key != claim).ToDictionary();

    private Task<string> Try(string token) => _server.WhoIs(token);

    private async Task<string> Challenge(string token)
    {
        using var response = await _server.Crm.As(token).Http.GetAsync("?query={viewer{name}}");
        return response.Headers.WwwAuthenticate.ToString();
    }
}
