using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace CreatorCRM.Journal;

/// <summary>Tells stored events to people.</summary>
public sealed class EventSummaries(EventCatalog events, ILogger<EventSummaries> log)
{
    /// <summary>A sentence in the past tense, whatever is stored.</summary>
    public string Of(string type, int schemaVersion, string data)
    {
        try
        {
            return events.Read(type, schemaVersion, data).Summary;
        }
        // While nodes are upgraded one by one, an older node reads what a newer one wrote: the entry must show, if not its words. A value that this version
        // does not know, such as a new currency, is a FormatException; one that is missing, an InvalidOperationException.
        catch (Exception e) when (e is UnknownEventException or JsonException or FormatException or NotSupportedException or InvalidOperationException)
        {
            log.LogWarning(e, "The event {Type} version {Version} could not be told.", type, schemaVersion);
            return "Something happened that a newer version of this program can tell.";
        }
    }
}
