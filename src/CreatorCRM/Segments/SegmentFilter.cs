using System.Text.Json;
using System.Text.Json.Serialization;
using CreatorCRM.Influencers;

namespace CreatorCRM.Segments;

/// <summary>
/// How a segment keeps its filter: JSON with the names of the API, ids as keys, nothing that is not set. A field that this program does not know is never
/// ignored: the segment would then hold others than its maker meant.
/// </summary>
public static class SegmentFilter
{
    private static readonly JsonSerializerOptions Strict = new(CrmJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, MaxDepth = 64 };

    public static string Write(InfluencerFilter? filter) => CrmJson.Write(filter ?? new InfluencerFilter());

    /// <exception cref="UnreadableSegmentException">Another version of the program wrote it.</exception>
    public static InfluencerFilter Read(SegmentRow segment)
    {
        try
        {
            return JsonSerializer.Deserialize<InfluencerFilter>(segment.Filter, Strict) ?? new InfluencerFilter();
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            var where = problem is JsonException { Path: { } path } ? $" at {path}" : "";
            throw new UnreadableSegmentException($"The filter of the segment {segment.Name} cannot be read{where}: another version of the program kept it. Set its filter anew.", problem);
        }
    }
}

public sealed class UnreadableSegmentException(string message, Exception inner) : Exception(message, inner);
