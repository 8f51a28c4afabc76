namespace CreatorCRM.Relationships;

[EventType("influencer.relationship-stage-set")]
public sealed record RelationshipStageSet(RelationshipStage Stage, string? Reason) : IEvent
{
    public string Summary => $"The relationship was set to {Stage.Words()}{(Reason is null ? "" : $": {Reason}")}.";
}

[EventType("influencer.relationship-stage-released")]
public sealed record RelationshipStageReleased(string? Reason) : IEvent
{
    public string Summary => $"The stage of the relationship follows from what happens again{(Reason is null ? "" : $": {Reason}")}.";
}

[EventType("partnership.rated")]
public sealed record PartnershipRated(Rating Rating) : IEvent
{
    public string Summary =>
        $"The partnership was rated: reliability {Rating.Reliability}, quality {Rating.Quality}, communication {Rating.Communication} of 5{(Rating.Note is null ? "" : $": {Rating.Note}")}.";
}
