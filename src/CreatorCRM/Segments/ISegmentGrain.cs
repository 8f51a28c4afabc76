namespace CreatorCRM.Segments;

/// <summary>One segment. The key is <see cref="EntityKey"/> as text.</summary>
[Alias("segment")]
public interface ISegmentGrain : IGrainWithStringKey
{
    [Alias("create")] Task<CommandResult> Create(CreateSegment command, CommandContext context);
    [Alias("update")] Task<CommandResult> Update(SegmentChanges command, CommandContext context);
    [Alias("archive")] Task<CommandResult> Archive(ArchiveSegment command, CommandContext context);
}
