namespace CreatorCRM.Common;

/// <summary>A new value for a field, which may be null. A null <c>Change</c> leaves the field as it is.</summary>
[GenerateSerializer, Immutable, Alias("change`1")]
public sealed record Change<T>(T Value);
