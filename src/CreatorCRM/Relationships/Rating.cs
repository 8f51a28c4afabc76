namespace CreatorCRM.Relationships;

/// <summary>How a partnership was, 1 to 5 each. A later rating takes the place of an earlier one, which stays on the timeline.</summary>
public sealed record Rating(int Reliability, int Quality, int Communication, string? Note)
{
    public const int Marks = 3;

    public int Points => Reliability + Quality + Communication;

    public static Decision Give(RatePartnership command, Rating? given)
    {
        var validation = new Validation().Text("note", command.Note, 5000);
        foreach (var (field, mark) in new[] { ("reliability", command.Reliability), ("quality", command.Quality), ("communication", command.Communication) })
            validation.Require(mark is >= 1 and <= 5, field, "A mark is between 1 and 5.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var rating = new Rating(command.Reliability, command.Quality, command.Communication, command.Note);
        return rating == given ? Decision.Nothing : Decision.Accept(new PartnershipRated(rating));
    }
}
