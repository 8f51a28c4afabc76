using CreatorCRM.Access;

namespace CreatorCRM.Server.Hosting;

/// <summary>The workspace that a verb is told to work on, by <c>--workspace KEY</c>.</summary>
internal static class CommandWorkspace
{
    public const string Option = "workspace";

    public static string Read(IConfiguration configuration) => configuration[Option] ?? WorkspaceKey.Default;

    /// <exception cref="StartupException">There is no such workspace.</exception>
    public static async Task Check(IServiceProvider services, string workspace, CancellationToken cancel)
    {
        if (!await services.GetRequiredService<AccessQueries>().WorkspaceExists(workspace, cancel))
            throw new StartupException($"There is no workspace '{workspace}'. Create it first: the mutation createWorkspace does.");
    }
}
