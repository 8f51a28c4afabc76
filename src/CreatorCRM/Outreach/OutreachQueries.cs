using CreatorCRM.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Outreach;

/// <summary>Reads of messages, which may be many.</summary>
public sealed class OutreachQueries(IDbContextFactory<CrmDbContext> contexts)
{
    private static readonly KeysetOrder<OutreachMessageRow> NewestFirst =
        new KeysetOrder<OutreachMessageRow>("outreach", row => row.Id).By(row => row.OccurredAt, OrderDirection.Desc);

    /// <summary>A page of messages for each partnership, the newest first.</summary>
    /// <param name="direction">Only those of this direction; null for both.</param>
    /// <exception cref="InvalidCursorException">A cursor that is not of this list.</exception>
    public Task<IReadOnlyDictionary<string, Page<OutreachMessageRow>>> OfPartnerships(
        string workspace, IReadOnlyList<string> partnerships, OutreachDirection? direction, PageRequest page, CancellationToken cancel) =>
        contexts.ReadPages(
            db => db.Set<OutreachMessageRow>().Where(row => row.Workspace == workspace && EF.Parameter(partnerships.ToArray()).Contains(row.PartnershipId)
                && (direction == null || row.Direction == direction)),
            row => row.PartnershipId, partnerships, NewestFirst, page, cancel);

    /// <summary>The same page of one partnership's messages as they were known at an instant.</summary>
    /// <inheritdoc cref="OfPartnerships" path="/exception"/>
    public static Page<OutreachMessageRow> Of(Past partnership, OutreachDirection? direction, PageRequest page) =>
        partnership.Of<OutreachMessageRow>().Where(row => direction is null || row.Direction == direction)
            .OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id, StringComparer.Ordinal).ToPage(NewestFirst, page);
}
