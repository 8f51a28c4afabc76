namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Looks over a request's JSON before it is read: every value becomes an object in memory, and a number of thousands of digits is read in quadratic time.
/// What is not JSON is left for its reader to say.
/// </summary>
internal static class JsonBounds
{
    private const int MaxValues = 10_000;
    private const int MaxDigits = 400;

    /// <exception cref="ProtocolException">It has too many values, or too long a number.</exception>
    public static void Check(ReadOnlySpan<char> json)
    {
        // Each value but the first follows one of these.
        var (values, digits) = (1, 0);
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case '"':
                    i = EndOfString(json, i + 1);
                    digits = 0;
                    break;
                case ',' or ':' or '[' or '{':
                    values++;
                    digits = 0;
                    break;
                case (>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E':
                    digits++;
                    break;
                default:
                    digits = 0;
                    break;
            }
            if (values > MaxValues) throw ProtocolException.TooLarge($"A request may hold at most {MaxValues} values. Send it in parts, or as a file.");
            if (digits > MaxDigits) throw ProtocolException.BadRequest($"A number of the request has more than {MaxDigits} digits.");
        }
    }

    private static int EndOfString(ReadOnlySpan<char> json, int start)
    {
        while (start < json.Length)
        {
            var step = json[start..].IndexOfAny('"', '\\');
            if (step < 0) return json.Length;
            if (json[start + step] == '"') return start + step;
            start += step + 2;
        }
        return json.Length;
    }
}
