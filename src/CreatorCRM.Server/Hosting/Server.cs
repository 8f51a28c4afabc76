using CreatorCRM.Server.Access;
using CreatorCRM.Server.Api;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Webhooks;
using CreatorCRM.Storage;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Server.Hosting;

/// <summary>The server: silo and gateway in one process.</summary>
public static class Server
{
    private const string DefaultUrl = "http://localhost:5080";

    public static async Task<int> Run(string[] args)
    {
        await using var app = await Build(args);
        await app.RunAsync();
        return 0;
    }

    /// <param name="adapt">What a test replaces or adds.</param>
    /// <exception cref="StartupException">A setting is wrong, or another process uses the data folder.</exception>
    /// <exception cref="NewerSchemaException">A newer program migrated the database.</exception>
    public static async Task<WebApplication> Build(string[] args, Action<WebApplicationBuilder>? adapt = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(DefaultUrl);
        ListenAddresses.Check(builder.Configuration["urls"] ?? DefaultUrl, builder.Configuration);
        var storage = StorageSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(DataFolderLock.Take(storage));
        await DatabaseStart.Prepare(storage, CancellationToken.None);

        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.AddCrmSilo(storage);
        builder.Services.AddAccess(builder.Configuration, OwnerToken.Read(builder.Configuration, storage));
        builder.Services.AddWebhookDelivery(builder.Configuration);
        builder.Services.AddCrmHealth();
        builder.Services.AddScoped<BulkStart>().AddScoped<SequenceSteps>().AddScoped<CsvExport>();
        builder.Services.AddGraphQLHost(options => GraphQLSettings.Read(builder.Configuration, options));
        adapt?.Invoke(builder);

        var app = builder.Build();
        var silo = Task.Run(() => PrepareSilo(app.Services));
        app.UseMiddleware<FaultMiddleware>();
        if (app.Services.GetRequiredService<GraphQLHostOptions>().Console) app.UseApiConsole();
        app.UseGraphQLSockets("/graphql");
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<CallerMiddleware>();
        app.MapCrmHealth();
        app.MapConsoleSession("/session");
        app.MapGraphQLHost("/graphql").RequireAuthorization();
        app.MapInfluencerExport();
        app.MapPayoutExport();
        app.Lifetime.ApplicationStarted.Register(() => Welcome.Say(app, storage));
        await silo;
        return app;
    }

    // The silo and the schema know nothing of each other and take about as long to be put together, so each is on a core of its own. The model that reads need
    // is begun early, too, but not waited for: whoever reads first gets it, or what is wrong with it.
    private static void PrepareSilo(IServiceProvider services)
    {
        services.GetServices<IHostedService>();
        Task.Run(() =>
        {
            using var db = services.GetRequiredService<IDbContextFactory<CrmDbContext>>().CreateDbContext();
            return db.Model;
        });
    }
}
