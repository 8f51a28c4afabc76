using CreatorCRM.Server.Demo;
using CreatorCRM.Server.GraphQL;
using CreatorCRM.Server.Import;
using CreatorCRM.Storage;
using Spectre.Console;

namespace CreatorCRM.Server.Hosting;

/// <summary>What the program can be told to do. Without a verb it serves.</summary>
public static class Commands
{
    private const string Usage = """
        CreatorCRM

          CreatorCRM.Server                      serve the API (default http://localhost:5080)
          CreatorCRM.Server demo [--force]       fill the workspace with invented data (demo --help says more)
          CreatorCRM.Server import FILE [--yes]  import influencers from a CSV file (import --help says more)
          CreatorCRM.Server verify               compare the read model with the journal
          CreatorCRM.Server errors               print every error code there is, as Markdown

        Options
          --urls URL[;URL]    addresses to listen on
          --data DIR          folder of the embedded database (default ./data)
          --workspace KEY     for demo, import and verify: which workspace (default for demo and import: default; for verify: all)

        Environment
          CREATORCRM_OWNER_TOKEN        the owner's access token (embedded default: made at the first start, in DIR/owner.token)
          ConnectionStrings__Crm        run on this PostgreSQL database instead of the embedded one
          GraphQL__NAME                 a limit of the API, such as GraphQL__MaxDepth=12; GraphQL__Introspection=false
                                        and GraphQL__Console=false switch these off
        """;

    public static async Task<int> Run(string[] args)
    {
        try
        {
            return args.FirstOrDefault(arg => !arg.StartsWith('-')) is { } verb && args[0] == verb ? await Run(verb, args[1..]) : await Server.Run(args);
        }
        catch (Exception e) when (e is StartupException or NewerSchemaException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task<int> Run(string verb, string[] args)
    {
        switch (verb)
        {
            case "help":
                Console.WriteLine(Usage);
                return 0;
            case "demo":
                return await DemoCommand.Run(args, AnsiConsole.Console);
            case "errors":
                Console.Write(ErrorHandbook.Write());
                return 0;
            case "import":
                return await ImportCommand.Run(args, AnsiConsole.Console);
            case "verify":
                return await VerifyCommand.Run(args, AnsiConsole.Console);
            default:
                await Console.Error.WriteLineAsync($"'{verb}' is not a command.\n\n{Usage}");
                return 2;
        }
    }
}

/// <summary>The program cannot start as it was told to; the message says what to change.</summary>
public sealed class StartupException(string message) : Exception(message);
