namespace CreatorCRM.Webhooks;

/// <summary>What an operator may change about webhooks.</summary>
public sealed record WebhookOptions
{
    /// <summary>How many attempts of one webhook may be under way: that of the event in line, and beside it those of events that were set aside.</summary>
    public const int AttemptsAtATime = 4;

    /// <summary>Addresses may be http too. The bodies hold personal data, so only for receivers on the same machine or network.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>How many webhooks a workspace may have, whatever their status.</summary>
    public int MaxPerWorkspace { get; init; } = 20;

    /// <summary>How long a delivery that succeeded stays in the list.</summary>
    public TimeSpan KeepSucceeded { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a delivery that was given up stays in the list. Its event stays in the journal and can be sent by a replay.</summary>
    public TimeSpan KeepDead { get; init; } = TimeSpan.FromDays(90);

    /// <summary>A webhook without any success for so long is paused.</summary>
    public TimeSpan PauseAfter { get; init; } = TimeSpan.FromDays(3);
}
