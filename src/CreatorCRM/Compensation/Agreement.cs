using System.Collections.Immutable;

namespace CreatorCRM.Compensation;

/// <summary>Why an agreement is over.</summary>
public enum AgreementEnd
{
    /// <summary>The contract was renewed, and the next term pays for itself.</summary>
    Renewed,
    /// <summary>The partnership was given up under it.</summary>
    GivenUp,
}

/// <summary>What both sides agreed on once, with all amendments of it.</summary>
/// <param name="Before">How many components the agreements before it had: its own are numbered on from there, so a number always means the same one.</param>
/// <param name="Compensation">As it is agreed now, or was last.</param>
public sealed record Agreement(int Before, ImmutableArray<CompensationComponent> Compensation)
{
    /// <summary>What it had beyond these before it was amended: payouts may name it still.</summary>
    public ImmutableArray<CompensationComponent> Dropped { get; init; } = [];

    /// <summary>The version of the contract that is, or was last, in force for it; null before there is one.</summary>
    public int? Contract { get; init; }

    /// <summary>Null while it is the current one.</summary>
    public AgreementEnd? End { get; init; }

    /// <summary>When it ended, all was done by the word of a manager, since no content was planned for it one by one.</summary>
    public bool WasDone { get; init; }

    /// <summary>The highest number of a component that it ever had.</summary>
    public int Last => Before + Compensation.Length + Dropped.Length;

    public Agreement Amended(ImmutableArray<CompensationComponent> compensation) => this with
    {
        Compensation = compensation,
        Dropped = [.. Compensation.Concat(Dropped).Skip(compensation.Length)],
    };

    /// <summary>A component that something is paid for stays where it is and of its kind, or what was paid would count for another one.</summary>
    /// <param name="paid">Of the whole partnership.</param>
    public Refusal? CannotBecome(ImmutableArray<CompensationComponent> compensation, ImmutableArray<PayoutTotal> paid, string field)
    {
        foreach (var index in paid.Select(total => total.Component - Before - 1).Where(index => index >= 0 && index < Compensation.Length))
        {
            if (index < compensation.Length && compensation[index].GetType() == Compensation[index].GetType()) continue;
            return new Refusal(RefusalCode.ComponentPaid,
                $"Component {Before + index + 1}, {Compensation[index].Description}, is paid or about to be, so it stays number {index + 1} of what is agreed "
                + "and of its kind. Change its amount, or put other components behind it.", field);
        }
        return null;
    }
}

/// <summary>The agreements of a partnership, one after the other.</summary>
public sealed record AgreementList
{
    public static AgreementList Empty { get; } = new();

    /// <summary>Those that are over.</summary>
    public ImmutableArray<Agreement> Closed { get; init; } = [];

    /// <summary>Null before an offer is accepted, the first one or the next after the partnership was given up.</summary>
    public Agreement? Current { get; init; }

    /// <summary>An accepted offer, or an amendment.</summary>
    public AgreementList Agree(ImmutableArray<CompensationComponent> compensation) =>
        this with { Current = Current?.Amended(compensation) ?? new Agreement(Closed.IsEmpty ? 0 : Closed[^1].Last, compensation) };

    /// <param name="contract">The version that came into force.</param>
    public AgreementList Sign(int contract, ImmutableArray<CompensationComponent> compensation)
    {
        var agreed = Agree(compensation);
        return agreed with { Current = agreed.Current! with { Contract = contract } };
    }

    /// <summary>With a partnership that is given up, what is owed for earlier terms is given up, too.</summary>
    public AgreementList Close(AgreementEnd end, bool wasDone)
    {
        var closed = Closed.Add(Current! with { End = end, WasDone = wasDone });
        return new AgreementList { Closed = end == AgreementEnd.GivenUp ? [.. closed.Select(agreement => agreement with { End = end })] : closed };
    }
}
