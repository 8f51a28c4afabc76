using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Parses a document, and refuses early what would cost too much to look at.</summary>
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
            return Parser.Parse(body, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = MaxDepth });
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw new CodedError(ErrorCodes.ParseFailed, $"The document nests deeper than {MaxDepth} levels.");
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
            if (++count > options.MaxDocumentTokens) throw new CodedError(ErrorCodes.ParseFailed, $"The document has more than {options.MaxDocumentTokens} tokens.");
            position = token.End;
        }
    }
}
