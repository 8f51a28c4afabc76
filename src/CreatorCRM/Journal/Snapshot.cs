using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Journal;

/// <summary>The state of an aggregate at a version, kept so that an activation need not replay from the start. A cache: losing it loses nothing.</summary>
[GenerateSerializer, Alias("snapshot")]
public sealed class Snapshot
{
    [Id(0)] public long Version { get; set; }

    /// <summary>Which shape of the state the JSON has; another shape than the program's is ignored.</summary>
    [Id(1)] public int Shape { get; set; }

    [Id(2)] public string? Json { get; set; }

    /// <summary>When the last event in it was recorded: by this and the version it is seen whether the journal holds that event.</summary>
    [Id(3)] public DateTimeOffset RecordedAt { get; set; }

    public static Snapshot Of<TState>(TState state, long version, DateTimeOffset recordedAt) where TState : class, IAggregate<TState> =>
        new() { Version = version, Shape = TState.Shape, Json = CrmJson.Write(state), RecordedAt = recordedAt };

    public (TState State, long Version)? Read<TState>(ILogger logger) where TState : class, IAggregate<TState>
    {
        if (Json is null || Shape != TState.Shape) return null;
        try
        {
            return (CrmJson.Read<TState>(Json), Version);
        }
        catch (Exception e) when (e is JsonException or FormatException or NotSupportedException)
        {
            logger.LogWarning(e, "A snapshot of {Kind} could not be read; its events are replayed instead.", TState.Kind);
            return null;
        }
    }
}
