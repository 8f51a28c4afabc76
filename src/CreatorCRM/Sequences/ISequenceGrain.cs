namespace CreatorCRM.Sequences;

/// <summary>One sequence. The key is <see cref="EntityKey"/> as text.</summary>
[Alias("sequence")]
public interface ISequenceGrain : IGrainWithStringKey
{
    [Alias("create")] Task<CommandResult> Create(CreateSequence command, CommandContext context);
    [Alias("update")] Task<CommandResult> Update(SequenceChanges command, CommandContext context);
    [Alias("archive")] Task<CommandResult> Archive(ArchiveSequence command, CommandContext context);
}
