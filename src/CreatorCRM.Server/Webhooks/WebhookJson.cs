using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CreatorCRM.Common;
using CreatorCRM.Server.Api;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Webhooks;

/// <summary>Writes values as the API does: ids opaque, decimals as strings, instants in UTC, enums in capitals, money as amount and currency.</summary>
internal static class WebhookJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false),
            new Text<NodeId>(id => id.ToString()),
            new Text<decimal>(number => number.ToString(CultureInfo.InvariantCulture)),
            new Text<DateTimeOffset>(DateTimeScalar.Text),
            new Text<Currency>(currency => currency.Code),
            new Text<CountryCode>(country => country.Code),
            new Text<Uri>(url => url.OriginalString),
            new Whole<Money>((writer, money, options) => JsonSerializer.Serialize(writer,
                new { amount = MoneyType.Amount(money), currencyCode = money.Currency }, options)),
            new Whole<ICompensationComponent>(WriteWithType),
        },
    };

    private static void WriteWithType(Utf8JsonWriter writer, ICompensationComponent component, JsonSerializerOptions options)
    {
        var json = JsonSerializer.SerializeToNode(component, component.GetType(), options)!.AsObject();
        json.Insert(0, "__typename", GraphNames.Of(component.GetType()));
        json.WriteTo(writer, options);
    }

    private sealed class Text<T>(Func<T, string> print) : WriteOnly<T>
    {
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(print(value));
    }

    private sealed class Whole<T>(Action<Utf8JsonWriter, T, JsonSerializerOptions> write) : WriteOnly<T>
    {
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value, options);
    }

    private abstract class WriteOnly<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
