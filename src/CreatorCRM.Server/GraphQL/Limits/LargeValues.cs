using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Refuses long lists and large objects that are written out in a document. The engine tells of every element and member that does not fit its type, which
/// takes longer than all the rest; among the variables it stops at the first.
/// </summary>
internal static class LargeValues
{
    private const int MaxElements = 100;
    private const int MaxMembers = 50;

    /// <exception cref="CodedError">A value among the arguments is too large.</exception>
    public static void Check(GraphQLArguments? arguments)
    {
        foreach (var argument in arguments?.Items ?? []) Check(argument.Value);
    }

    /// <exception cref="CodedError">The value, or one within it, is too large.</exception>
    public static void Check(GraphQLValue? value)
    {
        switch (value)
        {
            case GraphQLListValue { Values: { Count: > MaxElements } values }:
                throw new CodedError(ErrorCodes.DocumentTooLarge,
                    $"The document has a list of {values.Count} elements; {MaxElements} are allowed. Send it as a variable.");
            case GraphQLObjectValue { Fields: { Count: > MaxMembers } members }:
                throw new CodedError(ErrorCodes.DocumentTooLarge,
                    $"The document has an object of {members.Count} members; {MaxMembers} are allowed. Send it as a variable.");
            case GraphQLListValue list:
                foreach (var element in list.Values ?? []) Check(element);
                break;
            case GraphQLObjectValue input:
                foreach (var field in input.Fields ?? []) Check(field.Value);
                break;
        }
    }
}
