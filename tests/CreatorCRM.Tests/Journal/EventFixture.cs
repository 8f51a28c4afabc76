using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CreatorCRM.Journal;

namespace CreatorCRM.Tests.Journal;

/// <summary>An event as some version of the program wrote it. A line of events.jsonl is never changed or deleted, since journals hold such events.</summary>
/// <param name="Summary">The sentence it must tell; null leaves the words open.</param>
public sealed record EventFixture(string Type, int Version, JsonObject Data, string? Summary)
{
    public static IReadOnlyList<EventFixture> All { get; } =
        [.. File.ReadLines(Path("events.jsonl")).Select(line => JsonSerializer.Deserialize<EventFixture>(line, JsonSerializerOptions.Web)!)];

    /// <summary>The aggregate that it happens to.</summary>
    public string Kind => Type[..Type.IndexOf('.', StringComparison.Ordinal)] is var noun && noun is "member" or "token" or "data" ? "workspace" : noun;

    public IEvent Read() => EventCatalog.Default.Read(Type, Version, Data.ToJsonString());

    public override string ToString() => $"{Type} v{Version}";

    public static string Path(string file, [CallerFilePath] string source = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(source)!, "Fixtures", file);
}
