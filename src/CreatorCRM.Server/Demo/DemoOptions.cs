using CreatorCRM.Access;

namespace CreatorCRM.Server.Demo;

/// <summary>How the demo is asked for.</summary>
/// <param name="Force">Add the demo to a workspace that holds other data.</param>
public sealed record DemoOptions(string Workspace = WorkspaceKey.Default, bool Force = false)
{
    public const string Help = """
        demo [--data DIR] [--workspace KEY] [--force]

        Fills the workspace with invented data: 120 influencers, 6 campaigns and 60 partnerships with two years of history. It then ends; start the
        server to look at them. People, brands and handles are invented, and every e-mail address is at example.com.

        Running it again changes nothing and completes a run that was interrupted. Stop the server first when the data is in a folder.

          --data DIR        the folder of the data (default: ./data); with ConnectionStrings__Crm the data is in that PostgreSQL database
          --workspace KEY   which workspace to fill (default: default)
          --force           add the demo to a workspace that already holds other data; it cannot be taken out again
        """;
}
