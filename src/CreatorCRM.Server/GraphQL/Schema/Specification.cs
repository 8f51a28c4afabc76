using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The directive <c>@specifiedBy</c>, which the engine does not know.</summary>
internal static class Specification
{
    public const string DirectiveName = "specifiedBy";
    private const string Url = "url";

    public static Directive Directive() => new(DirectiveName, DirectiveLocation.Scalar)
    {
        Description = "Where it is written what values of this scalar look like.",
        Arguments = [new QueryArgument<NonNullGraphType<StringGraphType>> { Name = Url, Description = "The specification." }],
    };

    public static void SpecifiedBy(this ScalarGraphType scalar, string url) => scalar.ApplyDirective(DirectiveName, Url, url);

    /// <summary>Null for a type that is no scalar, or one whose description alone says what it takes.</summary>
    public static string? UrlOf(IGraphType type) => type.FindAppliedDirective(DirectiveName)?.FindArgument(Url)?.Value as string;
}
