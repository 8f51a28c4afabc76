using System.Text.Json;
using System.Text.Json.Serialization;

namespace CreatorCRM.Server.GraphQL;

/// <summary>A message of a client.</summary>
internal sealed record SocketMessage([property: JsonRequired] string Type, string? Id = null, JsonElement? Payload = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false
    };

    /// <exception cref="SocketClosure">It is not a message.</exception>
    public static SocketMessage Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SocketMessage>(text, Options) is { Type: not null } message ? message : throw NoMessage();
        }
        catch (JsonException)
        {
            throw NoMessage();
        }
    }

    /// <summary>Null when there is none.</summary>
    /// <exception cref="SocketClosure">The payload is neither an object nor null.</exception>
    public JsonElement? ObjectPayload() => Payload switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Object } payload => payload,
        _ => throw SocketClosure.BadMessage($"The payload of '{Type}' must be an object"),
    };

    /// <exception cref="SocketClosure">The message has no id.</exception>
    public string RequiredId() => string.IsNullOrEmpty(Id) ? throw SocketClosure.BadMessage($"'{Type}' needs an id") : Id;

    private static SocketClosure NoMessage() => SocketClosure.BadMessage("A message is a JSON object with the member \"type\"");
}
