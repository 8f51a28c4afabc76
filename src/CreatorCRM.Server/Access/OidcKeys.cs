using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CreatorCRM.Server.Access;

/// <summary>
/// The identity provider's issuer name and keys. Read when first needed, then twice a day, and when a token names a key that is not among them, so that a
/// new key works with its first token. Whoever sends tokens with invented keys causes one question in half a minute, no more. Microsoft's own manager would do
/// this in the background, so that the first tokens after a change fail, and by the wall clock.
/// </summary>
internal sealed class OidcKeys : BaseConfigurationManager, IDisposable
{
    private const int MaxAnswerBytes = 1024 * 1024;
    private static readonly TimeSpan QuestionsApart = TimeSpan.FromSeconds(30);

    private readonly OidcOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<OidcKeys> _log;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = MaxAnswerBytes
    };
    private readonly SemaphoreSlim _turn = new(1);
    private OpenIdConnectConfiguration? _known;
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;
    private bool _isStale = true;

    public OidcKeys(OidcOptions options, TimeProvider time, ILogger<OidcKeys> log)
    {
        (_options, _time, _log) = (options, time, log);
        UseLastKnownGoodConfiguration = false;
    }

    /// <exception cref="OidcUnreachableException">The keys were never read, and cannot be read now.</exception>
    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel)
    {
        if (_known is { } known && !IsDue) return known;
        await _turn.WaitAsync(cancel);
        try
        {
            if (IsDue) await Ask();
            return _known ?? throw new OidcUnreachableException();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A token names a key that is not known.</summary>
    public override void RequestRefresh() => Volatile.Write(ref _isStale, true);

    public void Dispose()
    {
        _http.Dispose();
        _turn.Dispose();
    }

    private bool IsDue
    {
        get
        {
            var age = _time.GetUtcNow() - _askedAt;
            return age >= AutomaticRefreshInterval || (Volatile.Read(ref _isStale) && age >= QuestionsApart);
        }
    }

    private async Task Ask()
    {
        _askedAt = _time.GetUtcNow();
        try
        {
            var retriever = new HttpDocumentRetriever(_http) { RequireHttps = _options.Authority.Scheme == Uri.UriSchemeHttps };
            // Not the request's token: others wait for the same answer.
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(_options.MetadataAddress, retriever, CancellationToken.None);
            if (found.Issuer?.TrimEnd('/') != _options.Authority.AbsoluteUri.TrimEnd('/'))
                throw new InvalidOperationException($"It calls itself '{found.Issuer}', but Oidc__Authority is '{_options.Authority}'.");
            _known = found;
            Volatile.Write(ref _isStale, false);
        }
        catch (Exception e)
        {
            // What is known may hold keys that were withdrawn: not kept for another half day.
            RequestRefresh();
            _log.LogError(e, "The identity provider's keys could not be read from {Address}.", _options.MetadataAddress);
        }
    }
}

/// <summary>Tokens cannot be checked for now, which says nothing about them.</summary>
internal sealed class OidcUnreachableException : Exception;
