using CreatorCRM.Contracts;

namespace CreatorCRM.Deliverables;

/// <summary>What a contract comes to as content to be made. Pure.</summary>
public partial record DeliverableList
{
    /// <summary>
    /// Of each format and due day there shall be as many as the terms say. Those that there are count, however they came and whatever became of them, so that
    /// planning again adds nothing; but each agreement asks for content of its own.
    /// </summary>
    public Decision Plan(ContractTerms terms)
    {
        var missing = Missing(terms).SelectMany(line => Enumerable.Repeat(line.Agreed, line.Count)).ToList();
        return All.Length + missing.Count > PartNumber.Max
            ? new Refusal(RefusalCode.TooLong, $"A partnership may have at most {PartNumber.Max} deliverables; the contract asks for more.", "partnershipId")
            : Decision.Accept([.. missing.Select((agreed, index) => new DeliverableAdded(PartNumber.After(All.Length + index), agreed.Kind, agreed.DueOn, null))]);
    }

    /// <summary>
    /// An amended contract replaces the old one's days: as many of a format as the old terms put on a day and the new ones do not go to the days that are new,
    /// the least begun first. What is online goes along, for it is part of what was agreed; what was cancelled or added by hand stays.
    /// </summary>
    public IReadOnlyList<DeliverableRescheduled> Reschedule(ContractTerms terms, ContractTerms replaced)
    {
        var days = Missing(terms).OrderBy(line => line.Agreed.DueOn ?? DateOnly.MaxValue)
            .SelectMany(line => Enumerable.Repeat(line.Agreed, line.Count)).ToLookup(agreed => agreed.Kind, agreed => agreed.DueOn);
        var free = Asked(replaced).OrderBy(line => line.Key.DueOn ?? DateOnly.MaxValue).SelectMany(line =>
            Counted.Where(deliverable => (deliverable.Kind, deliverable.DueOn) == line.Key && !deliverable.IsCancelled)
                .OrderBy(deliverable => deliverable.Status).Take(line.Value - Asked(terms).GetValueOrDefault(line.Key))).ToLookup(deliverable =>
                    deliverable.Kind);
        return [.. days.SelectMany(kind => free[kind.Key].Zip(kind,
            (deliverable, day) => new DeliverableRescheduled(deliverable.Number, deliverable.Kind, deliverable.DueOn, day)))];
    }

    /// <summary>The next agreement asks for content of its own: what there is was made, or is owed, for the one of before.</summary>
    /// <param name="first">What is to be published from this day on, and is not yet, is for the next one; null: nothing is.</param>
    public DeliverableList Next(DateOnly? first) => this with
    {
        Agreement = Agreement + 1,
        All = [.. All.Select(deliverable => deliverable.Agreement == Agreement && deliverable.DueOn >= first && DueDays.Open.Contains(deliverable.Status)
            ? deliverable with { Agreement = Agreement + 1 }
            : deliverable)],
    };

    private IEnumerable<Deliverable> Counted => All.Where(deliverable => deliverable.Agreement == Agreement);

    private IEnumerable<((DeliverableKind Kind, DateOnly? DueOn) Agreed, int Count)> Missing(ContractTerms terms) =>
        Asked(terms).Select(line => (line.Key, Math.Max(0, line.Value - Counted.Count(deliverable => (deliverable.Kind, deliverable.DueOn) == line.Key))));

    private static Dictionary<(DeliverableKind Kind, DateOnly? DueOn), int> Asked(ContractTerms terms) =>
        terms.Deliverables.GroupBy(line => (line.Kind, line.DueOn)).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Quantity));
}
