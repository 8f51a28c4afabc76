using System.Collections.Immutable;
using CreatorCRM.Compensation;
using CreatorCRM.Deliverables;

namespace CreatorCRM.Contracts;

/// <summary>Where content may be used besides the influencer's own account.</summary>
public enum UsageChannel
{
    /// <summary>On the brand's own pages and accounts.</summary>
    Organic,
    /// <summary>In advertisements of the brand.</summary>
    Paid,
    /// <summary>In advertisements that run under the influencer's name.</summary>
    Whitelisting,
}

/// <summary>What both sides promise. A change after signing is a new version.</summary>
[GenerateSerializer, Immutable, Alias("contract-terms")]
public sealed record ContractTerms
{
    [Id(0)] public ImmutableArray<AgreedDeliverable> Deliverables { get; init; } = [];
    [Id(1)] public ImmutableArray<CompensationComponent> Compensation { get; init; } = [];
    [Id(2)] public ImmutableArray<UsageRight> UsageRights { get; init; } = [];
    [Id(3)] public ImmutableArray<Exclusivity> Exclusivities { get; init; } = [];
    /// <summary>How posts have to be marked as advertising.</summary>
    [Id(4)] public string? DisclosureDuty { get; init; }
    /// <summary>Days after publication within which figures are reported; null without the duty.</summary>
    [Id(5)] public int? ReportWithinDays { get; init; }
    /// <summary>Days of notice; null when notice is excluded.</summary>
    [Id(6)] public int? NoticeDays { get; init; }
    [Id(7)] public PeriodOfDays? Term { get; init; }
    [Id(8)] public string? FurtherTerms { get; init; }
    /// <summary>What is promoted, such as bread, for comparison with exclusivities; null compares by brands only.</summary>
    [Id(9)] public string? Category { get; init; }

    /// <summary>The same for another term: what ended with the old one ends with the new one, and days before it are none to deliver on.</summary>
    public ContractTerms For(PeriodOfDays term)
    {
        var first = FirstDayOf(term);
        return this with
        {
            Term = term,
            Deliverables = [.. Deliverables.Select(owed => first is null || owed.DueOn < first ? owed with { DueOn = null } : owed)],
            UsageRights = [.. UsageRights.Select(right => right with { Period = Prolonged(right.Period) })],
            Exclusivities = [.. Exclusivities.Select(promise => promise with { Period = Prolonged(promise.Period) })],
        };

        PeriodOfDays Prolonged(PeriodOfDays period) => period.Until is { } until && until == Term?.Until ? period with { Until = term.Until } : period;
    }

    /// <summary>The first day of a term after this one; null when neither says it.</summary>
    public DateOnly? FirstDayOf(PeriodOfDays? next) => next?.From ?? Term?.Until?.AddDays(1);

    public void Check(Validation validation)
    {
        validation.Count("terms.deliverables", Deliverables).Count("terms.usageRights", UsageRights).Count("terms.exclusivities", Exclusivities);
        CompensationRules.Check(validation, "terms.compensation", Compensation);
        for (var i = 0; i < Deliverables.Length && i < Validation.ListLength; i++)
            validation.Require(Deliverables[i].Quantity is > 0 and <= 1000, $"terms.deliverables.{i}.quantity", "A quantity is between 1 and 1,000.")
                .Require(PeriodOfDays.IsPlausible(Deliverables[i].DueOn), $"terms.deliverables.{i}.dueOn", "A due day lies in this century or the next.");
        for (var i = 0; i < UsageRights.Length && i < Validation.ListLength; i++)
            validation.Required($"terms.usageRights.{i}.asset", UsageRights[i].Asset)
                .Text($"terms.usageRights.{i}.territory", UsageRights[i].Territory, Validation.NameLength)
                .Require(UsageRights[i].Period.IsPlausibleAndInOrder, $"terms.usageRights.{i}.period", "A period ends on or after the day it begins.");
        for (var i = 0; i < Exclusivities.Length && i < Validation.ListLength; i++)
            validation.Required($"terms.exclusivities.{i}.category", Exclusivities[i].Category)
                .Texts($"terms.exclusivities.{i}.brands", Exclusivities[i].Brands)
                .Require(Exclusivities[i].Period.IsPlausibleAndInOrder, $"terms.exclusivities.{i}.period", "A period ends on or after the day it begins.");
        validation.Text("terms.category", Category, Validation.NameLength).Text("terms.disclosureDuty", DisclosureDuty).Text("terms.furtherTerms", FurtherTerms)
            .Require(ReportWithinDays is null or (>= 0 and <= 365), "terms.reportWithinDays", "Days to report are between 0 and 365.")
            .Require(NoticeDays is null or (>= 0 and <= 365), "terms.noticeDays", "Days of notice are between 0 and 365.")
            .Require(Term is null or { IsPlausibleAndInOrder: true }, "terms.term", "The term ends on or after the day it begins.");
    }
}

/// <summary>Pieces of content that the influencer owes.</summary>
[GenerateSerializer, Immutable, Alias("agreed-deliverable")]
public sealed record AgreedDeliverable(DeliverableKind Kind, int Quantity, DateOnly? DueOn);

/// <summary>A right to use content.</summary>
/// <param name="Channels">As they were written down; empty is on all channels.</param>
/// <param name="Territory">Null is worldwide.</param>
[GenerateSerializer, Immutable, Alias("usage-right")]
public sealed record UsageRight(string Asset, ImmutableArray<UsageChannel> Channels, string? Territory, PeriodOfDays Period)
{
    /// <summary>Each channel that it is given for, once.</summary>
    public IEnumerable<UsageChannel> GivenFor() => Channels.IsEmpty ? Enum.GetValues<UsageChannel>() : Channels.Distinct().Order();
}

/// <summary>What the influencer does not promote elsewhere meanwhile.</summary>
[GenerateSerializer, Immutable, Alias("exclusivity")]
public sealed record Exclusivity(string Category, ImmutableArray<string> Brands, PeriodOfDays Period);
