using Microsoft.Extensions.FileProviders;

namespace CreatorCRM.Server.Hosting;

/// <summary>
/// GraphiQL for a browser that opens /graphql. The files are built from src/console and placed beside the program (Console.targets). They are public: the
/// page asks for a token and signs in with it.
/// </summary>
public static class ApiConsole
{
    // Monaco writes style elements at run time and holds its icons as data; nothing else may come from elsewhere or stand in the page.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string NotBuilt = """
        <!doctype html>
        <html lang="en"><meta charset="utf-8"><title>CreatorCRM API</title>
        <h1>The API is here, its console is not built</h1>
        <p>Send GraphQL requests to this address with POST. For GraphiQL in the browser, install Node.js 20.19 or newer, then build and start the server
        again; or build the console by hand:</p>
        <pre>cd src/console
        npm ci
        npm run build</pre>
        </html>
        """;

    /// <summary>
    /// Answers a browser's navigation to /graphql and the console's files. Stands before the GraphQL endpoint, which gets every other request.
    /// </summary>
    /// <param name="app">The server.</param>
    /// <param name="folder">Where the built console is; null means beside the program. It may be missing: a page then says how to build it.</param>
    public static void UseApiConsole(this WebApplication app, string? folder = null)
    {
        folder ??= Path.Combine(AppContext.BaseDirectory, "wwwroot", "graphiql");
        var page = Path.Combine(folder, "index.html");
        var built = File.Exists(page);
        if (built)
        {
            app.UseStaticFiles(new StaticFileOptions
            {
                RequestPath = "/graphiql",
                FileProvider = new PhysicalFileProvider(folder),
                OnPrepareResponse = file => Describe(file.Context),
            });
        }

        app.Use((context, next) =>
        {
            if (!IsNavigation(context.Request)) return next(context);
            Describe(context);
            context.Response.ContentType = "text/html; charset=utf-8";
            return built ? context.Response.SendFileAsync(page) : context.Response.WriteAsync(NotBuilt);
        });
    }

    // Browsers ask for text/html when a person opens an address; GraphQL clients, EventSource and WebSocket do not.
    private static bool IsNavigation(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Path == "/graphql"
        && request.Query.Count == 0
        && !request.HttpContext.WebSockets.IsWebSocketRequest
        && request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    private static void Describe(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.Vary = "Accept";
        // A file under assets carries a hash of its content in its name.
        headers.CacheControl = context.Request.Path.StartsWithSegments("/graphiql/assets") ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
