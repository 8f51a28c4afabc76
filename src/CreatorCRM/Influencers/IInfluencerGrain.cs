using CreatorCRM.Bulk;
using CreatorCRM.Relationships;

namespace CreatorCRM.Influencers;

/// <summary>One person. The key is <see cref="EntityKey"/> as text.</summary>
[Alias("influencer")]
public interface IInfluencerGrain : IGrainWithStringKey
{
    [Alias("create")] Task<CommandResult> Create(CreateInfluencer command, CommandContext context);
    [Alias("update")] Task<CommandResult> Update(InfluencerChanges command, CommandContext context);
    [Alias("add-account")] Task<CommandResult> AddAccount(NewAccount command, CommandContext context);
    [Alias("record-metrics")] Task<CommandResult> RecordMetrics(RecordMetrics command, CommandContext context);
    /// <summary>Creates or adds to; the part of the result names what became of the row.</summary>
    [Alias("import")] Task<CommandResult> Import(ImportInfluencer command, CommandContext context);
    /// <summary>The part of the result is an equals sign and what stood there before; null when nothing was to be done.</summary>
    [Alias("bulk")] Task<CommandResult> Bulk(BulkChange command, CommandContext context);
    /// <summary>The same without doing it.</summary>
    [Alias("try-bulk")] Task<CommandResult> TryBulk(BulkChange command);
    [Alias("set-do-not-contact")] Task<CommandResult> SetDoNotContact(SetDoNotContact command, CommandContext context);
    [Alias("lift-do-not-contact")] Task<CommandResult> LiftDoNotContact(LiftDoNotContact command, CommandContext context);
    /// <summary>Null when there is no such influencer.</summary>
    [Alias("belongings")] Task<Belongings?> Belongings();
    /// <summary>What goes back to the one who was taken over; null before it was separated.</summary>
    [Alias("parting")] Task<Parting?> Parting(string merge);
    [Alias("merge-away")] Task<CommandResult> MergeAway(MergeAway command, CommandContext context);
    [Alias("absorb")] Task<CommandResult> Absorb(AbsorbInfluencer command, CommandContext context);
    [Alias("separate")] Task<CommandResult> Separate(SeparateInfluencer command, CommandContext context);
    [Alias("restore")] Task<CommandResult> Restore(RestoreInfluencer command, CommandContext context);
    [Alias("set-relationship-stage")] Task<CommandResult> SetRelationshipStage(SetRelationshipStage command, CommandContext context);
}
