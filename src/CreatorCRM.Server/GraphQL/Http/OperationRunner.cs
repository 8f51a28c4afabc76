using System.Security.Claims;
using CreatorCRM.Server.Access;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Validation;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Runs one operation, whichever way it came: the same validation, document cache and errors for all.</summary>
internal sealed class OperationRunner(IDocumentExecuter executer, CrmSchema schema, AccessRule access, UnhandledExceptions unhandled)
{
    /// <param name="services">The operation's own scope; of a subscription it lives as long as the subscription does.</param>
    /// <param name="requestId">What the log calls the request when no trace is going on.</param>
    /// <param name="listener">Hears of the operation between its validation and its execution.</param>
    public Task<ExecutionResult> Run(
        GraphQLRequest request, OperationRule allowed, IServiceProvider services, ClaimsPrincipal user, string requestId, CancellationToken cancel,
        IDocumentExecutionListener? listener = null)
    {
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
            CancellationToken = cancel,
            ValidationRules = DocumentValidator.CoreRules.Append(allowed).Append(access),
            CachedDocumentValidationRules = [allowed, access],
            UnhandledExceptionDelegate = exception => unhandled.Handle(exception, requestId),
        };
        if (listener is not null) options.Listeners.Add(listener);
        return executer.ExecuteAsync(options);
    }
}
