using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>A message or meeting.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class OutreachMessage(OutreachMessageRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<OutreachMessage>(row.Id);

    /// <summary>Who spoke to whom.</summary>
    public OutreachDirection Direction => row.Direction;

    /// <summary>By which means.</summary>
    public OutreachChannel Channel => row.Channel;

    /// <summary>What it was about.</summary>
    public string? Subject => row.Subject;

    /// <summary>What was said.</summary>
    public string? Body => row.Body;

    /// <summary>When it happened, which may be before it was recorded.</summary>
    public DateTimeOffset OccurredAt => row.OccurredAt;

    /// <summary>Where a meeting was.</summary>
    public string? Place => row.Place;

    /// <summary>Who was at a meeting, at most 100.</summary>
    public IReadOnlyList<string> Participants => row.Participants is { } people ? CrmJson.Read<List<string>>(people) : [];

    /// <summary>The template that the text comes from; null when it was written by hand.</summary>
    public IDataLoaderResult<MessageTemplate?> Template(MessageTemplateLoader loader) => loader.Load(row.TemplateId);

    /// <summary>Which version of the template's text it was.</summary>
    public int? TemplateVersion => row.TemplateVersion;

    /// <summary>The name of who recorded it.</summary>
    public string LoggedBy => row.LoggedBy;

    /// <summary>The partnership it belongs to.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId, past?.At);
}

/// <summary>When to get in touch again.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class FollowUp(FollowUpRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<FollowUp>(row.Id);

    /// <summary>When it is due.</summary>
    public DateTimeOffset DueAt => row.DueAt;

    /// <summary>What to do then.</summary>
    public string? Note => row.Note;

    /// <summary>When it was done; null when it was not.</summary>
    public DateTimeOffset? DoneAt => row.DoneAt;

    /// <summary>When it was dismissed; null when it was not.</summary>
    public DateTimeOffset? DismissedAt => row.DismissedAt;

    /// <summary>The partnership it belongs to.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId, past?.At);
}

public sealed class OutreachMessageLoader(PartnershipPartQueries parts, Caller caller)
    : PartLoader<OutreachMessageRow, OutreachMessage>(parts, caller, row => new OutreachMessage(row));

public sealed class OutreachOfPartnerships(OutreachQueries outreach, Caller caller) : PageLoader<OutreachDirection?, OutreachMessage>
{
    protected override async Task<IReadOnlyDictionary<string, Page<OutreachMessage>>> LoadBatch(
        IReadOnlyCollection<string> keys, OutreachDirection? question, PageRequest page, CancellationToken cancellation) =>
        (await outreach.OfPartnerships(caller.Workspace, [.. keys], question, page, cancellation))
            .ToDictionary(found => found.Key, found => found.Value.Select(row => new OutreachMessage(row)));
}

public sealed class FollowUpLoader(PartnershipPartQueries parts, Caller caller) : PartLoader<FollowUpRow, FollowUp>(parts, caller, row => new FollowUp(row));

public sealed class FollowUpsOfPartnership(PartnershipPartQueries parts, Caller caller)
    : PartsLoader<FollowUpRow, FollowUp>(parts, caller, (row, past) => new FollowUp(row, past));
