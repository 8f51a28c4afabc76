using CreatorCRM.Contracts;

namespace CreatorCRM.Deliverables;

/// <summary>What a contract comes to as content to be made. Pure.</summary>
public partial record DeliverableList
{
    /// <summary>
    /// Of each format and due day there shall be as many as the terms say. Those that there are count, however they came and whatever became of them: planning again adds nothing.
    /// </summary>
    /// <param name="replaced">What was agreed until now; null when nothing was. What it put on another day and is not online yet goes to its new day instead of being planned twice.</param>
    public Decision Plan(ContractTerms terms, ContractTerms? replaced = null)
    {
        var moves = replaced is null ? [] : Moves(terms, replaced);
        var moved = moves.Aggregate(this, (list, move) => list.Apply(move));
        var events = new List<IEvent>(moves);
        foreach (var (agreed, missing) in moved.Missing(terms))
        {
            for (var i = 0; i < missing; i++) events.Add(new DeliverableAdded(PartNumber.After(All.Length + events.Count - moves.Count), agreed.Kind, agreed.DueOn, null));
        }
        return All.Length + events.Count - moves.Count > PartNumber.Max
            ? new Refusal(RefusalCode.TooLong, $"A partnership may have at most {PartNumber.Max} deliverables; the contract asks for more.", "partnershipId")
            : Decision.Accept([.. events]);
    }

    // As many of a format as the old terms put on a day and the new ones do not, the least begun first, in the order of the new days.
    private List<DeliverableRescheduled> Moves(ContractTerms terms, ContractTerms replaced)
    {
        var days = Missing(terms).OrderBy(line => line.Agreed.DueOn ?? DateOnly.MaxValue)
            .SelectMany(line => Enumerable.Repeat(line.Agreed, line.Count)).ToLookup(agreed => agreed.Kind, agreed => agreed.DueOn);
        var free = Asked(replaced).OrderBy(line => line.Key.DueOn ?? DateOnly.MaxValue).SelectMany(line =>
            All.Where(deliverable => (deliverable.Kind, deliverable.DueOn) == line.Key && !deliverable.IsCancelled && !deliverable.Status.IsPublished())
                .OrderBy(deliverable => deliverable.Status).Take(line.Value - Asked(terms).GetValueOrDefault(line.Key))).ToLookup(deliverable => deliverable.Kind);
        return [.. days.SelectMany(kind => free[kind.Key].Zip(kind, (deliverable, day) => new DeliverableRescheduled(deliverable.Number, deliverable.Kind, deliverable.DueOn, day)))];
    }

    private IEnumerable<((DeliverableKind Kind, DateOnly? DueOn) Agreed, int Count)> Missing(ContractTerms terms) =>
        Asked(terms).Select(line => (line.Key, Math.Max(0, line.Value - All.Count(deliverable => (deliverable.Kind, deliverable.DueOn) == line.Key))));

    private static Dictionary<(DeliverableKind Kind, DateOnly? DueOn), int> Asked(ContractTerms terms) =>
        terms.Deliverables.GroupBy(line => (line.Kind, line.DueOn)).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Quantity));
}
