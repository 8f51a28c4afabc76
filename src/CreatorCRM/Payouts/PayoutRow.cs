using CreatorCRM.Partnerships;

namespace CreatorCRM.Payouts;

[RowTable("payouts", nameof(Id))]
public sealed record PayoutRow : INumberedPartRow
{
    public required string Workspace { get; init; }
    public required string Id { get; init; }
    public required string PartnershipId { get; init; }
    public required string InfluencerId { get; init; }
    public required string CampaignId { get; init; }
    public int Number { get; init; }
    public PayoutStatus Status { get; init; }
    /// <summary>What it settles, in minor units of the agreement's currency.</summary>
    public long AmountMinor { get; init; }
    public required string Currency { get; init; }
    /// <summary>What leaves the account.</summary>
    public long TransferMinor { get; init; }
    public required string TransferCurrency { get; init; }
    /// <summary>JSON array of <see cref="PayoutLine"/>.</summary>
    public required string Lines { get; init; }
    /// <summary>JSON array of <see cref="PayoutAttempt"/>.</summary>
    public required string Attempts { get; init; }
    public string? InvoiceNumber { get; init; }
    public DateOnly? DueOn { get; init; }
    public string? AdvanceReason { get; init; }
    public required string ProposedBy { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public string? ApprovedBy { get; init; }
    public DateOnly? PaidOn { get; init; }
    public string? Reference { get; init; }
    public string? CancelReason { get; init; }

    string IRow.RowKey => Id;
}

public partial record PayoutList
{
    public IEnumerable<IRow> Rows(Partnership partnership) => All.Select(payout => new PayoutRow
    {
        Workspace = partnership.Key.Workspace,
        Id = PartNumber.Id(partnership.Key, payout.Number),
        PartnershipId = partnership.Key.Id,
        InfluencerId = partnership.InfluencerId,
        CampaignId = partnership.CampaignId,
        Number = PartNumber.Parse(payout.Number),
        Status = payout.Status,
        AmountMinor = payout.Amount.MinorUnits,
        Currency = payout.Amount.Currency.Code,
        TransferMinor = payout.Transfer.MinorUnits,
        TransferCurrency = payout.Transfer.Currency.Code,
        Lines = CrmJson.Write(payout.Lines),
        Attempts = CrmJson.Write(payout.Attempts),
        InvoiceNumber = payout.InvoiceNumber,
        DueOn = payout.DueOn,
        AdvanceReason = payout.AdvanceReason,
        ProposedBy = payout.ProposedBy.Name,
        ProposedAt = payout.ProposedAt,
        ApprovedBy = payout.ApprovedBy?.Name,
        PaidOn = payout.PaidOn,
        Reference = payout.Reference,
        CancelReason = payout.CancelReason,
    });
}
