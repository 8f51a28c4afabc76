namespace CreatorCRM.Server.Access;

/// <summary>
/// Who a request comes from: what it shows, a token (<see cref="Bearers"/>) or a session (<see cref="Sessions"/>), and what that opens
/// (<see cref="Admission"/>).
/// </summary>
internal sealed class Gate(Bearers bearers, Sessions sessions, Admission admission)
{
    /// <summary>The request's choice among the workspaces that its sender may enter.</summary>
    public const string WorkspaceHeader = "CreatorCRM-Workspace";

    private const string Scheme = "Bearer ";

    public Task<Checked<Identity>> Enter(HttpRequest request, CancellationToken cancel) => Enter(request, isUse: true, cancel);

    // To be asked whether one may stay is no use of a token or session.
    private async Task<Checked<Identity>> Enter(HttpRequest request, bool isUse, CancellationToken cancel)
    {
        var credential = await Show(request, isUse, cancel);
        if (credential.Value is not { } shown) return credential.Problem!;
        var workspace = request.Headers[WorkspaceHeader].ToString() is { Length: > 0 } chosen ? chosen : null;
        var identity = await admission.Admit(shown, workspace, isUse, cancel);
        return identity.Value is { } known ? known with { AskAgain = later => Enter(request, isUse: false, later) } : identity;
    }

    private async Task<Checked<Credential>> Show(HttpRequest request, bool isUse, CancellationToken cancel)
    {
        if (BearerOf(request) is { } bearer) return await bearers.Read(bearer, cancel);
        return Sessions.IsShown(request) ? await sessions.Read(request, isUse, cancel) : AccessProblem.Nobody;
    }

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && header[Scheme.Length..].Trim() is { Length: > 0 } bearer
            ? bearer
            : null;
}
