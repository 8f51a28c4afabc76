using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CreatorCRM.Journal;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

/// <summary>A place in the log as clients see it: the base64url of <c>log:transaction:position</c>.</summary>
internal static class EventCursor
{
    private const string Mark = "log";
    private const string Start = "start";
    private const int MaxLength = 80;

    public static string Write(LogCursor cursor) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Mark}:{cursor.Transaction}:{cursor.Position}")));

    /// <param name="path">Where it stands in the arguments.</param>
    /// <exception cref="InputError">This API gave no such cursor.</exception>
    public static LogCursor Read(string text, params string[] path)
    {
        if (text == Start) return LogCursor.Start;
        var decoded = text.Length <= MaxLength && Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : "";
        return decoded.Split(':') is [Mark, var transaction, var position] && Number(transaction) is { } first && Number(position) is { } second
            ? new LogCursor(first, second)
            : throw InputError.At($"This is not a cursor of an event. Send one exactly as an event gave it, or '{Start}'.", path);
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
