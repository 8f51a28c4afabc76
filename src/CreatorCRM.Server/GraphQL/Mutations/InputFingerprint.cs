using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GraphQL.SystemTextJson;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// A hash of what an input says. Equal inputs have equal fingerprints: members are sorted, those left out or null are not written (a new optional
/// member changes no old fingerprint), but a patch's explicit null is. The idempotency key itself does not count.
/// </summary>
internal static class InputFingerprint
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new OptionalConverter(), new UploadedFileConverter(), new JsonConverterBigInteger() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatWasNotGiven } },
    };

    public static string Of(object input)
    {
        var json = JsonSerializer.SerializeToNode(input, input.GetType(), Options)!;
        if (json is JsonObject root) root.Remove("idempotencyKey");
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Sorted(json), Options)));
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static void LeaveOutWhatWasNotGiven(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => Optional.ContentOf(property.PropertyType) is not null))
            property.ShouldSerialize = (_, value) => (bool)property.PropertyType.GetProperty(nameof(Optional<object>.IsGiven))!.GetValue(value)!;
    }

    private sealed class OptionalConverter : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => Optional.ContentOf(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(OptionalConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    private sealed class OptionalConverter<T> : WriteOnlyConverter<Optional<T>>
    {
        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }

    private sealed class UploadedFileConverter : WriteOnlyConverter<UploadedFile>
    {
        public override void Write(Utf8JsonWriter writer, UploadedFile value, JsonSerializerOptions options) => writer.WriteStringValue(value.Sha256);
    }

    private abstract class WriteOnlyConverter<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
