using CreatorCRM.Server.Access;
using GraphQL;
using GraphQL.DI;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The schema that the slices make up together.</summary>
internal sealed class CrmSchema : Schema
{
    private readonly Lazy<string> _sdl;
    private readonly XmlDescriptions _descriptions;

    public CrmSchema(IServiceProvider services, SchemaParts parts, XmlDescriptions descriptions, IEnumerable<IConfigureSchema> configurations)
        : base(services, configurations)
    {
        // What today's tools ask for when they introspect.
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        Directives.Register(Specification.Directive());
        Query = services.GetRequiredService<ObjectType<Query>>();
        if (parts.Has(typeof(Mutation))) Mutation = services.GetRequiredService<ObjectType<Mutation>>();
        if (parts.Has(typeof(Subscription))) Subscription = services.GetRequiredService<ObjectType<Subscription>>();
        foreach (var node in parts.Nodes) this.RegisterType(typeof(ObjectType<>).MakeGenericType(node));
        _sdl = new Lazy<string>(Print);
        _descriptions = descriptions;
    }

    /// <summary>The schema in GraphQL's own language, sorted by name, so that two versions compare line by line.</summary>
    public string Sdl => _sdl.Value;

    private string Print()
    {
        var document = this.ToAST();
        // Every tool knows it, and some refuse to be told again.
        document.Definitions.RemoveAll(definition => definition is GraphQLDirectiveDefinition { Name.StringValue: Specification.DirectiveName });
        SDLSorter.Sort(document, new SDLSorterOptions(StringComparison.Ordinal));
        using var text = new StringWriter();
        new SDLPrinter(new PrintOptions()).PrintAsync(document, text, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return text.ToString();
    }

    protected override void OnBeforeInitializeType(IGraphType graphType)
    {
        base.OnBeforeInitializeType(graphType);
        Introspection.Complete(graphType);
    }

    protected override void Validate()
    {
        base.Validate();
        FieldRules.Complete(this);
        _descriptions.Forget();
    }
}
