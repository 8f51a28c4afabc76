using GraphQL;
using GraphQL.DI;
using GraphQL.Types;
using GraphQL.Utilities;

namespace CreatorCRM.Server.GraphQL;

/// <summary>The schema that the slices make up together.</summary>
internal sealed class CrmSchema : Schema
{
    private readonly Lazy<string> _sdl;

    public CrmSchema(IServiceProvider services, SchemaParts parts, IEnumerable<IConfigureSchema> configurations)
        : base(services, configurations)
    {
        // What today's tools ask for when they introspect.
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        Query = services.GetRequiredService<ObjectType<Query>>();
        if (parts.Has(typeof(Mutation))) Mutation = services.GetRequiredService<ObjectType<Mutation>>();
        if (parts.Has(typeof(Subscription))) Subscription = services.GetRequiredService<ObjectType<Subscription>>();
        foreach (var node in parts.Nodes) this.RegisterType(typeof(ObjectType<>).MakeGenericType(node));
        _sdl = new Lazy<string>(() => this.Print(new PrintOptions { StringComparison = StringComparison.Ordinal }));
    }

    /// <summary>The schema in GraphQL's own language, sorted by name, so that two versions compare line by line.</summary>
    public string Sdl => _sdl.Value;

    protected override void OnBeforeInitializeType(IGraphType graphType)
    {
        base.OnBeforeInitializeType(graphType);
        Introspection.Complete(graphType);
    }
}
