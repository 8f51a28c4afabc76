using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Anything with an id that can be fetched again by it.</summary>
[GraphInterface]
[AnyCaller]
public interface INode
{
    /// <summary>Opaque, globally unique and stable for ever.</summary>
    NodeId Id { get; }
}
