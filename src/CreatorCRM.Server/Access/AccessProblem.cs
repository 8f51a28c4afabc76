using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Access;

/// <summary>Why a request is not let in. It says what its sender can do about it, and of tokens nothing but that one has expired.</summary>
/// <param name="Challenge">The header WWW-Authenticate, as RFC 6750 has it; null when another token would not help.</param>
internal sealed record AccessProblem(int Status, string Code, string Message, string? Challenge = null)
{
    public static readonly AccessProblem Nobody = new(
        StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "Send an access token: Authorization: Bearer TOKEN.", "Bearer");

    public static readonly AccessProblem BadToken = new(
        StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "The token is not accepted.", "Bearer error=\"invalid_token\"");

    public static readonly AccessProblem Expired = new(
        StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "The token has expired.",
        "Bearer error=\"invalid_token\", error_description=\"The token has expired\"");

    /// <summary>The same for a workspace that does not exist and for one of others.</summary>
    public static readonly AccessProblem NoWorkspace = new(
        StatusCodes.Status403Forbidden, ErrorCodes.WorkspaceNotFound, "There is no workspace of this name that you may enter, or you are a member of none.");

    /// <summary>What they may do was changed while they were connected: connecting again shows what they may now.</summary>
    public static readonly AccessProblem Changed = new(
        StatusCodes.Status403Forbidden, ErrorCodes.Unauthenticated, "What you may do has changed. Connect again.");

    public static readonly AccessProblem SessionEnded = new(
        StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "The session has ended. Sign in again.", "Bearer");

    public static readonly AccessProblem CrossSite = new(
        StatusCodes.Status403Forbidden, ErrorCodes.CrossSite, $"A request with a session comes from a page of this server and carries the header {Preflight.Header}: 1.");

    public static readonly AccessProblem Unreachable = new(
        StatusCodes.Status503ServiceUnavailable, ErrorCodes.IdentityProviderUnreachable,
        "The identity provider cannot be reached, so the token cannot be checked. Try again.");

    public static AccessProblem SeveralWorkspaces(IEnumerable<string> workspaces) => new(
        StatusCodes.Status400BadRequest, ErrorCodes.WorkspaceRequired,
        $"You are a member of several workspaces: say which by the header {Gate.WorkspaceHeader}: {string.Join(", ", workspaces)}.");

    public IResult ToResult() => Results.Json(ToAnswer(), statusCode: Status);

    /// <summary>As a GraphQL answer of a request that did not run.</summary>
    public object ToAnswer() => new { errors = new[] { new { message = Message, extensions = new { code = Code } } } };
}

/// <summary>What was asked for, or why there is none.</summary>
internal readonly record struct Checked<T>(T? Value, AccessProblem? Problem)
    where T : class
{
    public static implicit operator Checked<T>(T value) => new(value, null);

    public static implicit operator Checked<T>(AccessProblem problem) => new(null, problem);
}
