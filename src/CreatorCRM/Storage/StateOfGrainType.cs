namespace CreatorCRM.Storage;

/// <summary>
/// Orleans' ADO.NET storage tells states apart by state name and grain key alone, so two kinds of grains with a state "snapshot" and the same key would
/// share one row. Here the declared grain type belongs to the name.
/// </summary>
internal sealed class StateOfGrainType : PersistentStateFactory
{
    protected override string GetFullStateName(IGrainContext context, IPersistentStateConfiguration cfg) => $"{context.GrainId.Type}/{cfg.StateName}";
}
