using GraphQL;
using GraphQL.Validation;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// The input makes no sense whatever the state of the system: code BAD_USER_INPUT.
/// The rule for all errors: what can be told from the input alone is this error; what the domain refuses is data in a payload's userErrors.
/// A value that cannot be read fails the request before anything runs, so a mutation beside it has not happened either.
/// </summary>
public sealed class InputError(string message) : ValidationError(message)
{
    /// <param name="input">Where in the arguments: their names and the indexes of lists.</param>
    public static InputError At(string message, params string[] input) => new InputError(message).AddExtension(ErrorCodes.InputPath, input);
}
