using System.Security.Claims;
using CreatorCRM.Server.Access;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Runs one operation, whichever way it came: the same limits, validation, document cache and errors for all.</summary>
internal sealed class OperationRunner(
    IDocumentExecuter executer, CrmSchema schema, OperationRules rules, RefusalToll toll, UnhandledExceptions unhandled, GraphQLHostOptions limits,
    TimeProvider time)
{
    /// <param name="services">The operation's own scope; of a subscription it lives as long as the subscription does.</param>
    /// <param name="requestId">What the log calls the request when no trace is going on.</param>
    /// <param name="listener">Hears of the operation between its validation and its execution.</param>
    public async Task<ExecutionResult> Run(
        GraphQLRequest request, OperationRule allowed, IServiceProvider services, ClaimsPrincipal user, string requestId, CancellationToken cancel,
        IDocumentExecutionListener? listener = null)
    {
        using var deadline = new CancellationTokenSource(limits.ExecutionTimeout, time);
        var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, deadline.Token);
        var options = new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            DocumentId = request.DocumentId,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            RequestServices = services,
            User = user,
            CancellationToken = end.Token,
            ValidationRules = rules.OfNew(allowed),
            CachedDocumentValidationRules = rules.OfKnown(allowed),
            UnhandledExceptionDelegate = exception => unhandled.Handle(exception, requestId),
        };
        if (listener is not null) options.Listeners.Add(listener);
        ExecutionResult? result = null;
        try
        {
            result = await executer.ExecuteAsync(options);
            // A stream that began too late has heard of that by its token, and would end without a word.
            if (result.Streams is not null) end.Token.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            result = new ExecutionResult(CodedError.TimedOut(limits.ExecutionTimeout));
        }
        finally
        {
            // A subscription lives on, and hears of its end by the same token.
            if (result?.Streams is null) end.Dispose();
        }
        if (result.Errors is [TooManyErrors many]) result.Errors = [.. many.Errors];
        // Some rules tell all at once what they have found.
        if (!result.Executed && result.Errors?.Count > limits.MaxValidationErrors) result.Errors = [.. result.Errors.Take(limits.MaxValidationErrors)];
        toll.Take(services.GetRequiredService<Caller>(), result, options.UserContext, request.Query?.Length ?? 0);
        OperationCost.Of(options.UserContext)?.AddTo(result.Extensions ??= [], limits);
        return result;
    }
}
