using CreatorCRM.Access;
using CreatorCRM.Journal;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Access;

/// <summary>
/// Which events a caller may see. All are in one log and all are told as timeline entries, so what counts is whose they are: what happens to members, tokens
/// and webhooks concerns those who look after them, the rest those who read relationships. What happens to segments tells their filters, and some are private:
/// those see it who see who has access.
/// </summary>
internal static class EventSight
{
    public static bool Sees(this Caller caller, StreamId stream) =>
        caller.Has(stream.Kind == Workspace.Kind
            || stream.Kind == CreatorCRM.Segments.Segment.Kind ? Scope.Access : stream.Kind == Webhook.Kind ? Scope.Webhooks : Scope.RelationshipsRead);
}
