using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Parses a document, and refuses what would cost too much to look at: by its tokens before it is parsed, by its shape before it is validated.</summary>
internal sealed class LimitedDocumentBuilder(GraphQLHostOptions options) : IDocumentBuilder
{
    public bool IgnoreComments { get; set; } = true;

    public bool IgnoreLocations { get; set; }

    public int? MaxDepth { get; set; } = options.MaxDocumentDepth;

    public GraphQLDocument Build(string body)
    {
        try
        {
            CountTokens(body);
            var document = Parser.Parse(body, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = MaxDepth });
            DocumentLimits.Check(document, options);
            return document;
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new CodedError(ErrorCodes.DocumentTooLarge, $"The syntax of the document nests deeper than the {MaxDepth} levels that are allowed. Send nested input as variables.");
        }
        catch (GraphQLSyntaxErrorException problem)
        {
            throw new SyntaxError(problem);
        }
    }

    private void CountTokens(string body)
    {
        var (position, count) = (0, 0);
        while (true)
        {
            var token = Lexer.Lex(body, position);
            if (token.Kind == TokenKind.EOF) return;
            if (++count > options.MaxDocumentTokens)
                throw new CodedError(ErrorCodes.DocumentTooLarge, $"The document has more than the {options.MaxDocumentTokens} tokens that are allowed. Send input as variables, or ask in several requests.");
            if (token.Kind == TokenKind.NAME && token.Value.Length > options.MaxNameLength)
                throw new CodedError(ErrorCodes.DocumentTooLarge, $"A name in the document has {token.Value.Length} characters; {options.MaxNameLength} are allowed.");
            position = token.End;
        }
    }
}
