using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>An identity provider on loopback whose keys can be replaced. It also writes tokens that no honest one would.</summary>
public sealed class Issuer : IAsyncDisposable
{
    public const string Audience = "creatorcrm";

    private readonly WebApplication _app;
    private int _keyRequests;

    private Issuer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>What it publishes, by their ids.</summary>
    public Dictionary<string, RSA> Keys { get; } = new() { ["first"] = RSA.Create(2048) };

    /// <summary>How often somebody asked for the keys.</summary>
    public int KeyRequests => Volatile.Read(ref _keyRequests);

    /// <summary>Answers nothing but 503 for the time being.</summary>
    public bool IsAway { get; set; }

    public string[] Settings => ["--Oidc:Authority", Address, "--Oidc:Audience", Audience];

    public static async Task<Issuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var issuer = new Issuer(app);
        app.Use((http, next) =>
        {
            if (!issuer.IsAway) return next(http);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = issuer.Address, jwks_uri = $"{issuer.Address}/keys" }));
        app.MapGet("/keys", issuer.Publish);
        await app.StartAsync();
        // Its first answer takes a busy machine long, and a server that has waited ten seconds in vain asks no more for a while.
        using var http = PatientHttp.Client();
        await http.GetStringAsync($"{issuer.Address}/.well-known/openid-configuration");
        return issuer;
    }

    /// <summary>The claims of a token for somebody with a verified address, good for ten minutes.</summary>
    public Dictionary<string, object?> Claims(string email, DateTimeOffset now) => new()
    {
        ["iss"] = Address,
        ["aud"] = Audience,
        ["sub"] = $"id of {email}",
        ["email"] = email,
        ["email_verified"] = true,
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
    };

    /// <summary>An honest token.</summary>
    public string Token(Dictionary<string, object?> claims, string kid = "first") => Sign(Header(kid), JsonSerializer.Serialize(claims), Keys[kid]);

    public static string Header(string? kid = "first", string alg = "RS256", string more = "") =>
        $$"""{"alg":"{{alg}}","typ":"JWT"{{(kid is null ? "" : $",\"kid\":\"{kid}\"")}}{{more}}}""";

    public static string Sign(string header, string payload, RSA key) =>
        Join(header, payload, text => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Join(string header, string payload, Func<byte[], byte[]> sign)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    /// <summary>A public key as a JWK.</summary>
    public static object Jwk(string kid, RSA key)
    {
        var parts = key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid, n = Base64Url.EncodeToString(parts.Modulus), e = Base64Url.EncodeToString(parts.Exponent) };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        foreach (var key in Keys.Values) key.Dispose();
    }

    private IResult Publish()
    {
        Interlocked.Increment(ref _keyRequests);
        return Results.Json(new { keys = Keys.Select(key => Jwk(key.Key, key.Value)) });
    }
}
