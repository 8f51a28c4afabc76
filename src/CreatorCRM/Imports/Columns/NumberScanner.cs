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
        (digits, exponent, suffix) = ("", 0, default);
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
        int count = 0, sinceGroup = 0;
        var grouped = true;
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (IsDigit(c))
            {
                read.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
                count++;
                sinceGroup++;
            }
            else if (IsGroupMark(c) && _at + 1 < _text.Length && IsDigit(_text[_at + 1]))
            {
                grouped &= HasGroups ? sinceGroup == 3 : count is > 0 and <= 3 && sinceGroup == count;
                HasGroups = true;
                sinceGroup = 0;
            }
            else if (c is '.' or ',' or '\u066B' or '\uFF0C' or '\uFF0E')
            {
                if (HasGroups) grouped &= sinceGroup == 3;
                read.Append(c is '.' or '\uFF0E' ? '.' : ',');
                sinceGroup = HasGroups ? 3 : sinceGroup;
                if (HasGroups && !SkipFraction(read, ref count)) break;
                if (HasGroups) break;
            }
            else
            {
                break;
            }
        }
        digits = read.ToString();
        return count is > 0 and <= MaxDigits && digits[^1] is not ('.' or ',') && (!HasGroups || grouped && sinceGroup == 3);
    }

    // After "1 870," only digits may follow.
    private bool SkipFraction(StringBuilder read, ref int count)
    {
        for (_at++; _at < _text.Length && IsDigit(_text[_at]); _at++)
        {
            read.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(_text[_at])));
            count++;
        }
        return true;
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
