using System.Text.Encodings.Web;
using CreatorCRM.Server.Access;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// The GraphQL endpoint. A slice is found, not registered: static classes with <see cref="QueryRootAttribute"/>, <see cref="MutationRootAttribute"/>,
/// <see cref="SubscriptionRootAttribute"/> or <see cref="ExtendsAttribute"/>, and its loaders.
/// </summary>
public static class GraphQLHosting
{
    public static IServiceCollection AddGraphQLHost(this IServiceCollection services, Action<GraphQLHostOptions>? configure = null)
    {
        var options = new GraphQLHostOptions();
        configure?.Invoke(options);
        var parts = new SchemaParts(options.Types);
        foreach (var loader in parts.Loaders) services.AddScoped(loader);
        services.AddSingleton(options).AddSingleton(parts).AddSingleton<XmlDescriptions>().AddSingleton<FieldParameters>().AddSingleton<SchemaContext>();
        services.AddTransient(typeof(ObjectType<>)).AddTransient(typeof(InterfaceType<>)).AddTransient(typeof(InputType<>)).AddTransient(typeof(EnumType<>));
        services.AddTransient(typeof(ConnectionType<>)).AddTransient(typeof(EdgeType<>)).AddTransient<PageInfoType>();
        services.AddTransient<MoneyType>().AddTransient<MoneyInputType>().AddTransient<UploadScalar>().AddTransient<IdFilterType>()
            .AddTransient<IdGraphType, IdScalar>();
        services.AddTransient<DateTimeScalar>().AddTransient<LocalDateScalar>().AddTransient<DecimalScalar>().AddTransient<CurrencyCodeScalar>();
        services.AddTransient<LongScalar>().AddTransient<CountryCodeScalar>().AddTransient<EmailAddressScalar>().AddTransient<UrlScalar>();
        services.AddSingleton<UnhandledExceptions>().AddSingleton<RequestReader>().AddSingleton<UploadReader>().AddSingleton<GraphQLEndpoint>();
        services.AddSingleton<ResponseWriter>().AddSingleton<BatchRunner>().AddSingleton<LiveAccess>().AddSingleton<EventStreamWriter>()
            .AddSingleton<SocketEndpoint>().AddSingleton<LivePlaces>();
        services.AddSingleton<OperationRunner>().AddSingleton<OperationRules>().AddSingleton<AccessRule>().AddSingleton<CostBudgets>()
            .AddSingleton<CatchUps>().AddSingleton<RefusalToll>().TryAddSingleton(TimeProvider.System);
        services.AddScoped<Caller>();
        services.AddGraphQL(builder => builder
            .AddSchema<CrmSchema>()
            // Readable, and safe because the answer's media type is never taken for HTML.
            .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
            .AddErrorInfoProvider<ErrorInfoProvider>()
            .AddGraphTypeMappingProvider<TypeMapping>()
            .AddExecutionStrategy<LiveExecution>(OperationType.Subscription)
            .ConfigureExecution<AutomaticPersistedQueries>()
            .ConfigureExecution<DocumentIds>()
            .ConfigureExecution<DocumentCache>());
        return services.Replace(ServiceDescriptor.Singleton<IDocumentBuilder, LimitedDocumentBuilder>());
    }

    /// <summary>Serves GraphQL under the path and the schema's text under <c>path/schema.graphql</c>. A schema that does not fit together fails here.</summary>
    public static IEndpointConventionBuilder MapGraphQLHost(this IEndpointRouteBuilder routes, string path)
    {
        var schema = routes.ServiceProvider.GetRequiredService<CrmSchema>();
        schema.Initialize();
        var endpoint = routes.ServiceProvider.GetRequiredService<GraphQLEndpoint>();
        var group = routes.MapGroup(path);
        group.Map("", endpoint.Handle);
        if (routes.ServiceProvider.GetRequiredService<GraphQLHostOptions>().Introspection)
            group.MapGet("/schema.graphql", () => TypedResults.Text(schema.Sdl, "text/plain; charset=utf-8"));
        return group;
    }

    /// <summary>
    /// Serves GraphQL over WebSocket under the path. Stands before authentication: a browser cannot send a header with the handshake, so the caller is
    /// authenticated by connection_init, and nothing runs before.
    /// </summary>
    public static void UseGraphQLSockets(this WebApplication app, string path)
    {
        var options = app.Services.GetRequiredService<GraphQLHostOptions>();
        var endpoint = app.Services.GetRequiredService<SocketEndpoint>();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = options.SocketKeepAlive, KeepAliveTimeout = options.SocketKeepAlive });
        app.Use((http, next) => http.Request.Path == path && http.WebSockets.IsWebSocketRequest ? endpoint.Handle(http) : next(http));
    }
}
