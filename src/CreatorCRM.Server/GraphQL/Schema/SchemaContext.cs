namespace CreatorCRM.Server.GraphQL;

/// <summary>What the graph types need while they are built.</summary>
internal sealed record SchemaContext(SchemaParts Parts, FieldParameters Parameters, XmlDescriptions Descriptions);
