namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Looks over a request's JSON before it is read: every value becomes an object in memory, and a number of thousands of digits is read in quadratic time.
/// What is not JSON is left for its reader to say.
/// </summary>
internal static class JsonBounds
{
    private const int MaxValues = 10_000;
    private const int MaxMembers = 1_000;
    // As many as a bulk action takes.
    private const int MaxItems = 5_000;
    // The JSON reader takes no more.
    private const int MaxDepth = 64;
    private const int MaxDigits = 400;

    /// <exception cref="ProtocolException">It has too many values, or too long a number.</exception>
    public static void Check(ReadOnlySpan<byte> json)
    {
        // Each value but the first follows one of these.
        var (values, digits, depth) = (1, 0, 0);
        Span<int> room = stackalloc int[MaxDepth + 1];
        room.Fill(MaxMembers);
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case (byte)'"':
                    i = EndOfString(json, i + 1);
                    digits = 0;
                    break;
                case (byte)'[' or (byte)'{':
                    values++;
                    digits = 0;
                    depth++;
                    if (depth <= MaxDepth) room[depth] = json[i] == (byte)'[' ? MaxItems : MaxMembers;
                    break;
                case (byte)']' or (byte)'}':
                    digits = 0;
                    depth = Math.Max(0, depth - 1);
                    break;
                case (byte)',':
                    values++;
                    digits = 0;
                    if (depth <= MaxDepth && --room[depth] == 0)
                        throw ProtocolException.TooLarge(
                            $"A list of the request may have at most {MaxItems} items, an object {MaxMembers} members. Send it in parts, or as a file.");
                    break;
                case (byte)':':
                    values++;
                    digits = 0;
                    break;
                case (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-' or (byte)'+' or (byte)'e' or (byte)'E':
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

    private static int EndOfString(ReadOnlySpan<byte> json, int start)
    {
        while (start < json.Length)
        {
            var step = json[start..].IndexOfAny((byte)'"', (byte)'\\');
            if (step < 0) return json.Length;
            if (json[start + step] == (byte)'"') return start + step;
            start += step + 2;
        }
        return json.Length;
    }
}
