using System.Collections.Immutable;
using CreatorCRM.Influencers;
using CreatorCRM.Merges;

namespace CreatorCRM.Partnerships;

/// <summary>Puts the partnership under the influencer that its own was merged into.</summary>
/// <param name="Beside">That influencer is in the campaign already, so there are two for a while: this one stands beside the other.</param>
[GenerateSerializer, Immutable, Alias("move-partnership")]
public sealed record MovePartnership(string Merge, string From, string FromName, string To, string ToName, bool Beside);

/// <summary>Puts the partnership back under the influencer that it came from with a merge.</summary>
[GenerateSerializer, Immutable, Alias("return-partnership")]
public sealed record ReturnPartnership(string Merge, string FromName, string ToName);

/// <summary>A merge that brought the partnership to another influencer.</summary>
/// <param name="From">Whose it was before.</param>
/// <param name="MergedFrom">What <see cref="Partnership.MergedFrom"/> was before.</param>
public sealed record PartnershipMove(string Merge, string From, string MergedFrom);

[EventType("partnership.moved")]
public sealed record PartnershipMoved(string Merge, string From, string FromName, string To, string ToName, bool Beside) : IEvent
{
    public string Summary =>
        $"The partnership went from {FromName} to {ToName}, since both are one person{(Beside ? ", and stands beside another one in the same campaign" : "")}.";
}

[EventType("partnership.returned")]
public sealed record PartnershipReturned(string Merge, string FromName, string ToName) : IEvent
{
    public string Summary => $"The partnership went back from {FromName} to {ToName}, since both are people of their own.";
}

/// <summary>How a partnership follows a person through merges. Each step does nothing when it was done before. Pure.</summary>
public partial record Partnership
{
    /// <summary>The merges that brought it where it is, the last one last.</summary>
    public ImmutableArray<PartnershipMove> Moves { get; init; } = [];

    /// <summary>Empty for the one partnership of the influencer in the campaign; for another one that came with a merge whose it was.</summary>
    public string MergedFrom { get; init; } = "";

    /// <summary>
    /// No merge is taking it to another person, or back, at this moment. While one does, the person whose row it names and the one who must not be contacted,
    /// or is a minor, may be two.
    /// </summary>
    private ImmutableArray<RowGuard> IsWithItsPerson => [new("influencers", InfluencerId, OwnPerson.Condition, OnItsWay), .. IsNotGoingBack];

    private RowGuard[] IsNotGoingBack => Moves.IsEmpty ? [] : [new("influencer_merges", Moves[^1].Merge, "status <> 'UNDOING'", OnItsWay)];

    private static Refusal OnItsWay => new(
        RefusalCode.MergeUnderWay, "A merge, or the undoing of one, is taking this partnership to another influencer at this moment. Try again when it has arrived.", "partnershipId");

    public Decision Move(MovePartnership command)
    {
        if (!Exists) return NoSuch;
        return InfluencerId == command.From
            ? Decision.Accept(new PartnershipMoved(command.Merge, command.From, command.FromName, command.To, command.ToName, command.Beside))
                .Provided(MergeGuard.Running(command.Merge))
            : Decision.Nothing;
    }

    public Decision Return(ReturnPartnership command)
    {
        if (!Exists) return NoSuch;
        return !Moves.IsEmpty && Moves[^1].Merge == command.Merge
            ? Decision.Accept(new PartnershipReturned(command.Merge, command.FromName, command.ToName))
            : Decision.Nothing;
    }

    private Partnership Apply(PartnershipMoved e) => this with
    {
        InfluencerId = e.To,
        Moves = Moves.Add(new PartnershipMove(e.Merge, e.From, MergedFrom)),
        // One that stood beside another already keeps its place.
        MergedFrom = e.Beside && MergedFrom.Length == 0 ? e.From : MergedFrom,
    };

    private Partnership Back() => this with { InfluencerId = Moves[^1].From, MergedFrom = Moves[^1].MergedFrom, Moves = Moves.RemoveAt(Moves.Length - 1) };
}
