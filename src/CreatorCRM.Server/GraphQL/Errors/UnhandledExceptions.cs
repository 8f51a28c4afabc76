using System.Diagnostics;
using System.Runtime.CompilerServices;
using CreatorCRM.Common;
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
        var id = Activity.Current?.TraceId.ToHexString() ?? requestId;
        if (_logged.TryAdd(context.OriginalException, id)) log.LogError(context.OriginalException, "GraphQL field {Path} failed, correlation id {CorrelationId}",
            string.Join('.', context.FieldContext?.ResponsePath ?? ["(request)"]), id);
        context.Exception = new InternalError(id);
        return Task.CompletedTask;
    }
}
