using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CreatorCRM.Server.GraphQL;

internal static class ReadableJson
{
    /// <summary>Letters of all languages as they are; only what HTML could trip over is escaped.</summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);
}
