using CreatorCRM.Access;
using CreatorCRM.Journal;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Access;

/// <summary>
/// Which events a caller may see. All are in one log and all are told as timeline entries, so what counts is whose they are: what happens to members, tokens and webhooks
/// concerns those who look after them, the rest those who read relationships.
/// </summary>
internal static class EventSight
{
    public static bool Sees(this Caller caller, StreamId stream) =>
        caller.Has(stream.Kind == Workspace.Kind ? Scope.Access : stream.Kind == Webhook.Kind ? Scope.Webhooks : Scope.RelationshipsRead);
}
