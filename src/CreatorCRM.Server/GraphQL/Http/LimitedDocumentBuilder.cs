using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Parses a document, and refuses what would cost too much to look at: by its tokens before it is parsed, by its shape before it is validated.
/// </summary>
internal sealed class LimitedDocumentBuilder(GraphQLHostOptions options) : IDocumentBuilder
{
    private const int MaxColumn = 2_000;

    public bool IgnoreComments { get; set; } = true;

    public bool IgnoreLocations { get; set; }

    public int? MaxDepth { get; set; } = options.MaxDocumentDepth;

    public GraphQLDocument Build(string body)
    {
        var tokens = DocumentScan.Tokens(body, options);
        try
        {
            if (IsUnkind(body)) CheckSyntax(body, tokens);
            var document = Parse(body);
            DocumentLimits.Check(document, options);
            return document;
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new CodedError(ErrorCodes.DocumentTooLarge,
                $"The syntax of the document nests deeper than the {MaxDepth} levels that are allowed. Send nested input as variables.");
        }
        catch (GraphQLSyntaxErrorException problem)
        {
            throw new SyntaxError(problem);
        }
    }

    /// <summary>
    /// The parser draws an arrow below the place of an error, in time that grows with the square of its column: at the end of a line of 200,000 characters it
    /// draws for seconds; and it fails itself at lines that a carriage return alone ends. So a document with either is parsed with one token per line before,
    /// which are all short when strings are left empty.
    /// </summary>
    private void CheckSyntax(string body, IReadOnlyList<Range> tokens)
    {
        try
        {
            Parse(string.Join('\n', tokens.Select(token => body[token] is ['"', ..] ? "\"\"" : body[token])));
        }
        catch (GraphQLSyntaxErrorException problem)
        {
            var error = new CodedError(ErrorCodes.ParseFailed, $"Error parsing query: {problem.Description}");
            error.AddLocation(Location.FromLinearPosition(body,
                problem.Location.Line <= tokens.Count ? tokens[problem.Location.Line - 1].Start.Value : body.Length));
            throw error;
        }
    }

    private GraphQLDocument Parse(string text) => Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = MaxDepth });

    private static bool IsUnkind(ReadOnlySpan<char> body)
    {
        if (body.Contains('\r')) return true;
        foreach (var line in body.EnumerateLines())
            if (line.Length > MaxColumn) return true;
        return false;
    }
}
