namespace CreatorCRM.Server.Access;

/// <summary>Who gets in, and as whom.</summary>
public static class AccessHosting
{
    /// <exception cref="Hosting.StartupException">A setting of the identity provider is wrong.</exception>
    public static void AddAccess(this IServiceCollection services, IConfiguration configuration, OwnerToken token)
    {
        services.AddSingleton(token).AddSingleton<Gate>().AddSingleton<Admission>().AddSingleton<Sessions>().AddTransient<GateHandler>().AddAuthorization();
        if (OidcOptions.Read(configuration) is { } oidc) services.AddSingleton(oidc).AddSingleton<OidcKeys>().AddSingleton<OidcTokens>();
        services.AddSingleton(provider => new Bearers(token, provider.GetService<OidcTokens>()));
        // Not AddAuthentication: that brings data protection, which writes keys to the user's home. Nothing here is encrypted: a session is a row in the
        // database.
        services.AddWebEncoders();
        // A line for every request that shows no token would be a line for every visit of a browser.
        services.AddLogging(logging => logging.AddFilter(typeof(GateHandler).FullName, LogLevel.Warning));
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = GateHandler.Name;
            options.AddScheme<GateHandler>(GateHandler.Name, null);
        });
    }
}
