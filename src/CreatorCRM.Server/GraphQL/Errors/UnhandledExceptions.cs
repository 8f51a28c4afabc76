using System.Diagnostics;
using System.Runtime.CompilerServices;
using CreatorCRM.Common;
using CreatorCRM.Segments;
using GraphQL.Execution;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Turns what resolvers throw into errors that tell the client what concerns the client, and nothing else.</summary>
internal sealed class UnhandledExceptions(ILogger<UnhandledExceptions> log)
{
    // A batch that fails does so for each of its fields: the log needs it once.
    private readonly ConditionalWeakTable<Exception, string> _logged = [];

    public Task Handle(UnhandledExceptionContext context, string requestId)
    {
        if (context.OriginalException is InvalidCursorException cursor)
        {
            context.Exception = new InputError(cursor.Message);
            return Task.CompletedTask;
        }
        if (context.OriginalException is InvalidFilterException filter)
        {
            context.Exception = InputError.At(filter.Message, filter.Path.Split('.'));
            return Task.CompletedTask;
        }
        if (context.OriginalException is UnreadableSegmentException segment)
        {
            context.Exception = new CodedError(ErrorCodes.SegmentUnreadable, segment.Message);
            return Task.CompletedTask;
        }
        context.Exception = Report(context.OriginalException, string.Join('.', context.FieldContext?.ResponsePath ?? ["(request)"]), requestId);
        return Task.CompletedTask;
    }

    /// <summary>Logs a fault, once.</summary>
    /// <param name="where">What was being done.</param>
    /// <param name="requestId">What the log calls the request when no trace is going on.</param>
    public InternalError Report(Exception fault, string where, string requestId)
    {
        var id = Activity.Current?.TraceId.ToHexString() ?? requestId;
        if (_logged.TryAdd(fault, id)) log.LogError(fault, "GraphQL {Where} failed, correlation id {CorrelationId}", where, id);
        return new InternalError(id);
    }
}
