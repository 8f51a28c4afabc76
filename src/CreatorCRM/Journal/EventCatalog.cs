using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CreatorCRM.Journal;

/// <summary>Lifts the data of an old event version to the next one.</summary>
public sealed record Upcaster(string EventType, int FromVersion, Func<JsonObject, JsonObject> Lift);

/// <summary>Knows every event type by its declared name, writes events as JSON and reads any version ever written.</summary>
public sealed class EventCatalog
{
    private readonly FrozenDictionary<Type, EventTypeAttribute> _byClass;
    private readonly FrozenDictionary<string, (Type Class, int Version)> _byName;
    private readonly FrozenDictionary<(string, int), Func<JsonObject, JsonObject>> _upcasters;

    public EventCatalog(IEnumerable<Type> eventClasses, IEnumerable<Upcaster> upcasters)
    {
        _byClass = eventClasses.ToFrozenDictionary(type => type, type => type.GetCustomAttribute<EventTypeAttribute>()
            ?? throw new InvalidOperationException($"{type} has no [EventType] name."));
        _byName = _byClass.ToFrozenDictionary(entry => entry.Value.Name, entry => (entry.Key, entry.Value.Version), StringComparer.Ordinal);
        _upcasters = upcasters.ToFrozenDictionary(u => (u.EventType, u.FromVersion), u => u.Lift);
        foreach (var (name, (_, version)) in _byName)
        {
            for (var old = 1; old < version; old++)
            {
                if (!_upcasters.ContainsKey((name, old))) throw new InvalidOperationException($"{name} has no upcaster from version {old}.");
            }
        }
    }

    /// <summary>The events of this program.</summary>
    public static EventCatalog Default { get; } = new(
        typeof(EventCatalog).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEvent))), []);

    public IEnumerable<(string Name, int Version, Type Class)> All => _byName.Select(entry => (entry.Key, entry.Value.Version, entry.Value.Class));

    public EventTypeAttribute NameOf(IEvent @event) => _byClass[@event.GetType()];

    public static string Write(IEvent @event) => JsonSerializer.Serialize(@event, @event.GetType(), CrmJson.Options);

    /// <exception cref="UnknownEventException">A newer program wrote this event.</exception>
    /// <exception cref="JsonException">It is not the JSON of such an event.</exception>
    public IEvent Read(string name, int version, string data)
    {
        if (!_byName.TryGetValue(name, out var known) || version > known.Version) throw new UnknownEventException(name, version);
        if (version == known.Version)
            return (IEvent)(JsonSerializer.Deserialize(data, known.Class, CrmJson.Options) ?? throw new JsonException($"The event {name} has no content."));
        var json = JsonNode.Parse(data)!.AsObject();
        for (var v = version; v < known.Version; v++) json = _upcasters[(name, v)](json);
        return (IEvent)json.Deserialize(known.Class, CrmJson.Options)!;
    }
}

public sealed class UnknownEventException(string name, int version)
    : Exception($"The journal holds the event {name} version {version}, which this program does not know: it was written by a newer program.");
