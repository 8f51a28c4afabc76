using System.Reflection;
using System.Runtime.CompilerServices;
using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Relationships;
using CreatorCRM.Sequences;
using CreatorCRM.Shipments;

namespace CreatorCRM.Tests.History;

/// <summary>Two rows of any type that differ in everything.</summary>
internal static class RowSamples
{
    private static readonly DateOnly Day = new(2026, 1, 1);
    private static readonly DateTimeOffset Instant = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public static IRow Of(Type type, int which)
    {
        var row = (IRow)RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(one => one.CanWrite))
            property.SetValue(row, Json(type, property.Name, which) is { } json ? CrmJson.Write(json) : Value(property, which));
        return row;
    }

    /// <summary>The record that a column holds as JSON; null for other columns and for lists.</summary>
    public static object? Inside(Type type, PropertyInfo property, int which) =>
        Json(type, property.Name, which) is { } json and not System.Collections.IEnumerable ? json : null;

    private static object Value(PropertyInfo property, int which)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            _ when property.Name.EndsWith("Currency", StringComparison.Ordinal) => which == 0 ? "EUR" : "USD",
            _ when type == typeof(string) => $"a.{which + 1}",
            _ when type == typeof(bool) => which == 1,
            _ when type == typeof(DateOnly) => Day.AddDays(which),
            _ when type == typeof(DateTimeOffset) => Instant.AddDays(which),
            { IsEnum: true } => Enum.GetValues(type).GetValue(which)!,
            _ => Convert.ChangeType(which + 1, type, System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private static object? Json(Type row, string column, int which) => (row.Name, column) switch
    {
        (_, "Languages" or "LandingPages" or "PostTexts" or "Participants") => (string[])[$"text {which}"],
        (_, "ContactPoints") => (ContactPoint[])[new(ContactPointKind.Email, $"mia{which}@example.com")],
        (_, "Goals") => (CampaignGoal[])[new(GoalKind.Sales, which + 1)],
        (_, "Channels") => (CampaignChannel[])[new(Platform.Instagram, [], $"rules {which}")],
        (_, "Compensation") => (CompensationComponent[])[Fee(which)],
        (_, "Signatures") => (Signature[])[new(Party.Brand, $"Jo {which}", null, Instant)],
        (nameof(ReviewRow), "Comments") => (ReviewComment[])[new($"comment {which}", null)],
        (_, "Items") => (ShipmentItem[])[new("Bread", which + 1, null)],
        (_, "Lines") => (PayoutLine[])[new(1, $"line {which}", Money(which))],
        (_, "Attempts") => (PayoutAttempt[])[new(1, Instant, null, null, $"note {which}")],
        (_, "Steps") => (SequenceRunStep[])[new(1, new SequenceStep(1, null, null, "Call"), (SequenceStepStatus)which)],
        (nameof(CampaignRow), "Brief") => Brief(which),
        (nameof(PartnershipRow), "Rating") => new Rating(which + 1, which + 1, which + 1, $"note {which}"),
        (_, "AcknowledgedBrief") => new AcknowledgedBrief(which + 1, $"Jo {which}", Instant.AddDays(which)),
        (nameof(ContractRow), "Terms") => Terms(which),
        (_, "Counter") => new CounterProposal($"comments {which}", Terms(which)),
        (_, "Termination") => new Termination((Party)which, $"reason {which}", Day.AddDays(which), $"cause {which}"),
        (_, "DisclosureDecision") => new DisclosureDecision((DisclosureOutcome)which, $"reason {which}", $"Jo {which}", Instant.AddDays(which)),
        _ => null,
    };

    private static Money Money(int which) => new(which + 1, Currency.Parse("EUR"));

    private static FixedFee Fee(int which) => new(Money(which));

    private static PeriodOfDays Period(int which) => new(Day.AddDays(which), null);

    private static ContractTerms Terms(int which) => new()
    {
        Deliverables = [new AgreedDeliverable(DeliverableKind.InstagramReel, which + 1, null)],
        Compensation = [Fee(which)],
        UsageRights = [new UsageRight("Reel", [(UsageChannel)which], null, new PeriodOfDays(null, null))],
        Exclusivities = [new Exclusivity("Bread", [$"brand {which}"], new PeriodOfDays(null, null))],
        DisclosureDuty = $"duty {which}",
        ReportWithinDays = which,
        NoticeDays = which,
        Term = Period(which),
        FurtherTerms = $"terms {which}",
        Category = $"category {which}",
    };

    private static Brief Brief(int which) => new()
    {
        Goals = $"goals {which}",
        ProductInformation = $"information {which}",
        Assets = [$"asset {which}"],
        MustSay = [$"say {which}"],
        MustNotSay = [$"not {which}"],
        CreativeFreedom = $"freedom {which}",
        Hashtags = [$"#{which}"],
        Disclosures = [new RequiredDisclosure("DE", $"text {which}")],
        PublicationWindow = Period(which),
        ReportingDuties = $"duties {which}",
    };
}
