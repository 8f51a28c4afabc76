namespace CreatorCRM.Partnerships;

/// <summary>The version of the campaign's brief that the influencer works from.</summary>
public sealed record AcknowledgedBrief(int Version, string RecordedBy, DateTimeOffset AcknowledgedAt);

/// <summary>Records that the influencer has read a version of the brief and works from it.</summary>
/// <param name="AcknowledgedAt">Null is now.</param>
[GenerateSerializer, Immutable, Alias("acknowledge-brief")]
public sealed record AcknowledgeBrief(int Version, DateTimeOffset? AcknowledgedAt);

[EventType("partnership.brief-acknowledged")]
public sealed record BriefAcknowledged(int Version, DateTimeOffset At) : IEvent
{
    public string Summary => $"The influencer acknowledged version {Version} of the brief.";

    public DateTimeOffset? OccurredAt => At;
}

/// <summary>When a brief is acknowledged. Pure.</summary>
public partial record Partnership
{
    public Decision Acknowledge(AcknowledgeBrief command, DateTimeOffset now)
    {
        if (!Exists) return NoSuch;
        var validation = new Validation()
            .Instant("acknowledgedAt", command.AcknowledgedAt, new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), now.AddDays(1))
            .Require(command.Version > 0, "version", "Versions of a brief are counted from 1.")
            .Require(Brief is null || command.Version >= Brief.Version, "version", $"Version {Brief?.Version} of the brief was acknowledged already.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (command.Version == Brief?.Version) return Decision.Nothing;
        return Decision.Accept(new BriefAcknowledged(command.Version, command.AcknowledgedAt ?? now)).Provided(new RowGuard(
            "campaigns", CampaignId, $"brief_version >= {PartNumber.Text(command.Version)}",
            new Refusal(RefusalCode.NotFound, "The campaign's brief has no such version.", "version")));
    }
}
