using System.Globalization;
using System.Text;

namespace CreatorCRM.Imports;

/// <summary>Cuts a cell into sign, digits with their separators, exponent and whatever follows.</summary>
internal ref struct NumberScanner(ReadOnlySpan<char> text)
{
    private const int MaxDigits = 24;

    private readonly ReadOnlySpan<char> _text = text.Trim();
    private int _at;

    /// <summary>Blanks or apostrophes group the thousands, so that a point or comma can only be the decimal mark.</summary>
    public bool HasGroups { get; private set; }

    public bool TryScan(out string digits, out bool negative, out int exponent, out ReadOnlySpan<char> suffix)
    {
        digits = "";
        exponent = 0;
        suffix = default;
        negative = SkipPrefix();
        if (_at == _text.Length || !IsDigit(_text[_at]) && !(_text[_at] is '.' or ',' && _at + 1 < _text.Length && IsDigit(_text[_at + 1]))) return false;
        if (!TryDigits(out digits) || !TryExponent(out exponent)) return false;
        suffix = _text[_at..].Trim();
        return true;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c > '\u007f' && char.IsDigit(c);

    private static bool IsGroupMark(char c) => c is '\'' or '\u2019' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    // "~10K", "€ 250", "-5", "+5".
    private bool SkipPrefix()
    {
        var negative = false;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c is '-' or '\u2212') negative = true;
            else if (!(c is '+' or '~' or '\u2248' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol)) break;
        }
        return negative;
    }

    private bool TryDigits(out string digits)
    {
        var read = new StringBuilder(MaxDigits);
        for (; _at < _text.Length && read.Length <= 2 * MaxDigits; _at++)
        {
            var c = _text[_at];
            if (IsDigit(c)) read.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            else if (c is '.' or '\uFF0E') read.Append('.');
            else if (c is ',' or '\uFF0C' or '\u066B') read.Append(',');
            else if (IsGroupMark(c) && _at + 1 < _text.Length && IsDigit(_text[_at + 1])) read.Append(' ');
            else break;
        }
        digits = read.ToString();
        HasGroups = digits.Contains(' ', StringComparison.Ordinal);
        if (HasGroups && !FitsGroups(digits)) return false;
        digits = digits.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length <= MaxDigits && digits[^1] is not ('.' or ',');
    }

    // "1 870,00": blocks of three, and after the decimal mark digits only.
    private static bool FitsGroups(string digits)
    {
        var mark = digits.AsSpan().IndexOfAny('.', ',');
        var groups = (mark < 0 ? digits : digits[..mark]).Split(' ');
        return groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3) && (mark < 0 || !digits.AsSpan(mark + 1).ContainsAny(" .,"));
    }

    private bool TryExponent(out int exponent)
    {
        exponent = 0;
        if (_at + 1 >= _text.Length || _text[_at] is not ('e' or 'E')) return true;
        var sign = _text[_at + 1] is '+' or '-' ? 1 : 0;
        var end = _at + 1 + sign;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        if (end == _at + 1 + sign) return true;
        if (!int.TryParse(_text[(_at + 1)..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) return false;
        _at = end;
        return true;
    }
}
