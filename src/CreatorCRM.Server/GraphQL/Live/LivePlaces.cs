using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// What each caller has open on this node: WebSockets, the operations under way on them, and event streams. What waits for events costs its caller nothing, but
/// it takes memory, so it is counted.
/// </summary>
internal sealed class LivePlaces(GraphQLHostOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Workspace, string Actor), int> _taken = [];

    public CodedError Objection => new(ErrorCodes.TooManyOperations,
        $"At most {options.MaxLivePerCaller} WebSockets, operations on them and event streams of a caller may be open at a time. End some first.");

    /// <summary>A place, to be disposed of when its holder ends, once or more often. Null when the caller has no more.</summary>
    public IDisposable? Enter(Identity identity)
    {
        var caller = (identity.Workspace, identity.Actor.Id);
        lock (_lock)
        {
            var taken = _taken.GetValueOrDefault(caller);
            if (taken >= options.MaxLivePerCaller) return null;
            _taken[caller] = taken + 1;
        }
        return new Place(() => Leave(caller));
    }

    private void Leave((string, string) caller)
    {
        lock (_lock)
        {
            if (--_taken[caller] == 0) _taken.Remove(caller);
        }
    }

    private sealed class Place(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
