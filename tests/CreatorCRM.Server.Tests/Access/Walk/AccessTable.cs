using System.Collections.Concurrent;

namespace CreatorCRM.Server.Tests.Access.Walk;

/// <summary>Who may use which field, as a text that people review: <c>Type.field: NAME NAME</c>, sorted, with ANYONE for all of them.</summary>
internal sealed class AccessTable(IReadOnlyCollection<string> principals)
{
    private const string Anyone = "ANYONE", Nobody = "NOBODY";

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _fields = new(StringComparer.Ordinal);

    public void Note(string field, string principal, bool allowed) => _fields.GetOrAdd(field, _ => new(StringComparer.Ordinal))[principal] = allowed;

    public bool Allows(string field, string principal) => _fields[field][principal];

    public string Text => string.Concat(_fields.OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"{rule.Key}: {Names(rule.Value)}\n"));

    private string Names(ConcurrentDictionary<string, bool> rule)
    {
        var allowed = principals.Where(principal => rule[principal]).ToList();
        return allowed.Count == principals.Count ? Anyone : allowed.Count == 0 ? Nobody : string.Join(' ', allowed);
    }
}
