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
          CreatorCRM.Server help                 print this; --help does the same

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
            if (args is [var verb, .. var rest] && !verb.StartsWith('-')) return await Run(verb, rest);
            if (args.Any(CommandLine.IsHelp)) return await Run("help", []);
            CommandLine.Check(args, "urls", "data");
            return await Server.Run(args);
        }
        catch (Exception e) when (e is StartupException or NewerSchemaException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task<int> Run(string verb, string[] args)
    {
        var isHelp = args.Any(CommandLine.IsHelp);
        switch (verb)
        {
            case "help":
            case "errors" when isHelp:
                Console.WriteLine(Usage);
                return 0;
            case "demo":
                if (!isHelp) CommandLine.Check([.. args.Where(arg => arg != "--force")], "data", CommandWorkspace.Option);
                return await DemoCommand.Run(isHelp ? ["--help"] : args, AnsiConsole.Console);
            case "errors":
                CommandLine.Check(args);
                Console.Write(ErrorHandbook.Write());
                return 0;
            case "import":
                if (!isHelp) CommandLine.Check([.. args.Skip(1).Where(arg => arg != "--yes")], "data", CommandWorkspace.Option, "platform");
                return await ImportCommand.Run(isHelp ? ["--help"] : args, AnsiConsole.Console);
            case "verify":
                if (!isHelp) CommandLine.Check(args, "data", CommandWorkspace.Option);
                return await VerifyCommand.Run(isHelp ? ["--help"] : args, AnsiConsole.Console);
            default:
                await Console.Error.WriteLineAsync($"'{verb}' is not a command.\n\n{Usage}");
                return 2;
        }
    }
}

/// <summary>The program cannot start as it was told to; the message says what to change.</summary>
public sealed class StartupException(string message) : Exception(message);
