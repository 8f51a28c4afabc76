using CreatorCRM.Access;
using CreatorCRM.Journal;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Access;

/// <summary>Which events a caller may see. All are in one log, but what happens to members, tokens and webhooks concerns those who look after them.</summary>
internal static class EventSight
{
    public static bool Sees(this Caller caller, StreamId stream)
    {
        if (stream.Kind == Workspace.Kind) return caller.Has(Scope.Access);
        return stream.Kind != Webhook.Kind || caller.Has(Scope.Webhooks);
    }
}
