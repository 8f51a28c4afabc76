namespace CreatorCRM.Server.Access;

/// <summary>Who a request comes from: what it shows (<see cref="Bearers"/>), and what that opens (<see cref="Admission"/>).</summary>
internal sealed class Gate(Bearers bearers, Admission admission)
{
    /// <summary>The request's choice among the workspaces that its sender may enter.</summary>
    public const string WorkspaceHeader = "CreatorCRM-Workspace";

    private const string Scheme = "Bearer ";

    public async Task<Checked<Identity>> Enter(HttpRequest request, CancellationToken cancel)
    {
        var workspace = request.Headers[WorkspaceHeader].ToString() is { Length: > 0 } chosen ? chosen : null;
        var credential = await Show(request, cancel);
        if (credential.Value is not { } shown) return credential.Problem!;
        return await Admit(cancel);

        async Task<Checked<Identity>> Admit(CancellationToken stop)
        {
            var identity = await admission.Admit(shown, workspace, stop);
            return identity.Value is { } known ? known with { AskAgain = Admit } : identity;
        }
    }

    private async ValueTask<Checked<Credential>> Show(HttpRequest request, CancellationToken cancel)
    {
        if (BearerOf(request) is { } bearer) return await bearers.Read(bearer, cancel);
        return AccessProblem.Nobody;
    }

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header[Scheme.Length..].Trim() is { Length: > 0 } bearer
            ? bearer
            : null;
}
