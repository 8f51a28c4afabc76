using System.Text.RegularExpressions;
using CreatorCRM.Common;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQL.Validation.Errors;

namespace CreatorCRM.Server.GraphQL;

/// <summary>How an error is written: its message, a stable code, and for input the path within the variables. No type names, no traces.</summary>
internal sealed partial class ErrorInfoProvider(GraphQLHostOptions options) : IErrorInfoProvider
{
    // Messages quote the input, which can be as long as a request.
    private const int MaxMessage = 600;

    public ErrorInfo GetInfo(ExecutionError executionError)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = CodeOf(executionError) };
        if (executionError is InvalidVariableError && PathOf(executionError.Message) is { } path) extensions[ErrorCodes.InputPath] = path;
        foreach (var (name, value) in executionError.Extensions ?? []) extensions[name] = value;
        return new() { Message = Excerpt.OfBothEnds(WithoutHints(MessageOf(executionError)), MaxMessage), Extensions = extensions };
    }

    // What the engine suggests tells the schema word by word.
    private string WithoutHints(string message) =>
        !options.Introspection && message.IndexOf(" Did you mean", StringComparison.Ordinal) is > 0 and var hint ? message[..hint] : message;

    private static string CodeOf(ExecutionError error) => error switch
    {
        SyntaxError => ErrorCodes.ParseFailed,
        InputError or InvalidVariableError or InvalidLiteralError or InvalidValueError => ErrorCodes.BadUserInput,
        ArgumentsOfCorrectTypeError or DefaultValuesOfCorrectTypeError or OneOfInputValuesError => ErrorCodes.BadUserInput,
        CodedError or InternalError => error.Code!,
        ValidationError => ErrorCodes.ValidationFailed,
        NoOperationError or NoOperationNameError or InvalidOperationNameError or InvalidOperationError => ErrorCodes.OperationResolution,
        QueryMissingError or RequestError => ErrorCodes.BadRequest,
        _ => ErrorCodes.Internal,
    };

    // A scalar's own sentence says more than "Unable to convert"; other exceptions speak of C# and stay inside.
    private static string MessageOf(ExecutionError error) => error switch
    {
        UnhandledError => "Something went wrong on our side.",
        InvalidVariableError { InnerException: FormatException reason } when !error.Message.Contains(reason.Message, StringComparison.Ordinal) =>
            $"{Variable().Match(error.Message).Value}{reason.Message}",
        InvalidVariableError or InvalidLiteralError or InvalidValueError when !IsForClients(error.InnerException) => "A value cannot be read as its type.",
        _ => error.Message,
    };

    private static bool IsForClients(Exception? reason) =>
        reason is null or FormatException or OverflowException
        || (reason is InvalidOperationException && reason.Message.StartsWith("Unable to convert", StringComparison.Ordinal));

    /// <summary>From "Variable '$input.accounts[0].handle' is invalid." to input, accounts, 0, handle.</summary>
    private static string[]? PathOf(string message) =>
        Variable().Match(message) is { Success: true } match ? match.Groups["path"].Value.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries) : null;

    [GeneratedRegex(@"^Variable '\$(?<path>[^']+)' is invalid\. ", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
