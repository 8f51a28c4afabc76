using CreatorCRM.Server.Access;
using CreatorCRM.Storage;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// A request with an idempotency key. If it turns out to be a valid mutation it claims the key before anything runs; without the claim nothing does.
/// Dispose of it when the answer was sent: a claim without a kept answer is released.
/// </summary>
/// <param name="lease">How long it has the key if nobody is left to release it.</param>
internal sealed class KeyedRequest(RequestStore store, string key, TimeSpan lease, Caller caller, ILogger log)
    : DocumentExecutionListenerBase, IAsyncDisposable
{
    private readonly RequestKey _key = new(caller.Workspace, caller.Actor.Id, key);
    private RequestClaim.Granted? _claim;

    /// <summary>The answer that the first request got; null when this is the first.</summary>
    public StoredAnswer? Earlier { get; private set; }

    public override async Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (!validationResult.IsValid || context.Operation.Operation != OperationType.Mutation) return;
        switch (await store.Claim(_key, Fingerprint(context.ExecutionOptions), lease, context.CancellationToken))
        {
            case RequestClaim.Granted granted:
                _claim = granted;
                break;
            case RequestClaim.Answered answered:
                Earlier = answered.Answer;
                // Nothing is executed when there is an error; the earlier answer goes out in its place.
                context.Errors.Add(new CodedError(ErrorCodes.RequestUnderWay, "Answered before."));
                break;
            case RequestClaim.UnderWay:
                context.Errors.Add(new CodedError(ErrorCodes.RequestUnderWay, "A request with this Idempotency-Key is under way. Repeat it a little later."));
                break;
            case RequestClaim.OtherPayload:
                context.Errors.Add(new CodedError(ErrorCodes.IdempotencyKeyReused,
                    "This Idempotency-Key came before with another request. Use a new key for a new request."));
                break;
        }
    }

    /// <summary>
    /// Whether a repetition shall get this answer, too: what ran and ended by itself. After a fault, or when a limit was in the way, it may have another
    /// outcome; and a secret that is shown once is not written down: the repetition finds its command done, and is answered without it.
    /// </summary>
    public bool Keeps(ExecutionResult result) => _claim is not null && result.Executed && !caller.SeesSecret
        && result.Errors?.Any(error => error is InternalError or CodedError { Status: StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError }) != true;

    /// <summary>The command is done whether or not this succeeds: if not, a repetition runs again and finds that the journal has it.</summary>
    public async Task Keep(StoredAnswer answer)
    {
        try
        {
            await store.Keep(_key, _claim!, answer);
            _claim = null;
        }
        catch (Exception e)
        {
            log.LogWarning(e, "The answer to a request with an idempotency key was not kept.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_claim is not { } claim) return;
        try
        {
            await store.Release(_key, claim);
        }
        catch (Exception e)
        {
            log.LogWarning(e, "An idempotency key was not released; its lease ends after {Lease}.", lease);
        }
    }

    private static string Fingerprint(ExecutionOptions request) =>
        InputFingerprint.Of(new { request.Query, request.OperationName, Variables = request.Variables ?? Inputs.Empty });
}
