using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;

namespace CreatorCRM.Server.Api;

/// <summary>What both sides promise.</summary>
/// <param name="Deliverables">What the influencer owes.</param>
/// <param name="Compensation">That of the accepted offer when left out or empty.</param>
/// <param name="UsageRights">Where the brand may use the content besides the influencer's own account.</param>
/// <param name="Exclusivities">What the influencer does not promote elsewhere meanwhile.</param>
/// <param name="DisclosureDuty">How posts have to be marked as advertising.</param>
/// <param name="ReportWithinDays">Days after publication within which figures are reported: 0 to 365.</param>
/// <param name="NoticeDays">Days of notice: 0 to 365; notice is excluded when left out.</param>
/// <param name="Term">How long the contract runs.</param>
/// <param name="Category">What is promoted, such as bread: it is compared with the exclusivities of other contracts.</param>
/// <param name="FurtherTerms">Anything else, at most 10,000 characters.</param>
public sealed record ContractTermsInput(
    IReadOnlyList<AgreedDeliverableInput>? Deliverables, IReadOnlyList<CompensationComponentInput>? Compensation, IReadOnlyList<UsageRightInput>? UsageRights,
    IReadOnlyList<ExclusivityInput>? Exclusivities, string? DisclosureDuty, int? ReportWithinDays, int? NoticeDays, PeriodInput? Term, string? FurtherTerms,
    string? Category)
{
    internal Contracts.ContractTerms ToTerms() => new()
    {
        Deliverables = Deliverables.ToList(owed => new Contracts.AgreedDeliverable(owed.Kind, owed.Quantity, owed.DueOn)),
        Compensation = Compensation.ToList(component => component.ToComponent()),
        UsageRights = UsageRights.ToList(right => new Contracts.UsageRight(right.Asset, right.Channels.ToList(), right.Territory, right.Period.OrAlways())),
        Exclusivities = Exclusivities.ToList(promise => new Contracts.Exclusivity(promise.Category, promise.Brands.ToList(), promise.Period.OrAlways())),
        DisclosureDuty = DisclosureDuty,
        ReportWithinDays = ReportWithinDays,
        NoticeDays = NoticeDays,
        Term = Term?.ToPeriod(),
        FurtherTerms = FurtherTerms,
        Category = Category,
    };
}

/// <summary>Pieces of content that the influencer owes.</summary>
/// <param name="Quantity">1 to 1,000.</param>
/// <param name="Kind">Their format.</param>
/// <param name="DueOn">The day by which they are to be published.</param>
public sealed record AgreedDeliverableInput(DeliverableKind Kind, DateOnly? DueOn, int Quantity = 1);

/// <summary>A right to use content.</summary>
/// <param name="Asset">Which content.</param>
/// <param name="Territory">Worldwide when left out.</param>
/// <param name="Period">For ever when left out.</param>
/// <param name="Channels">How it may be used; an empty list is on all channels.</param>
public sealed record UsageRightInput(string Asset, IReadOnlyList<UsageChannel> Channels, string? Territory, PeriodInput? Period);

/// <summary>What the influencer does not promote elsewhere meanwhile.</summary>
/// <param name="Category">Such as bread.</param>
/// <param name="Brands">These in particular.</param>
/// <param name="Period">For ever when left out.</param>
public sealed record ExclusivityInput(string Category, IReadOnlyList<string>? Brands, PeriodInput? Period);
