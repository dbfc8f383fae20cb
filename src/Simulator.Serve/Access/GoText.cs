using System.Globalization;
using System.Text;

namespace Simulator.Serve.Access;

/// <summary>Texts as Go prints them.</summary>
internal static class GoText
{
    /// <summary>strconv.Quote: what is not printable is escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var rune in text.EnumerateRunes()) Append(quoted, rune);
        return quoted.Append('"').ToString();
    }

    /// <summary>A slice under <c>%v</c>.</summary>
    public static string List(IEnumerable<string> items) => $"[{string.Join(' ', items)}]";

    private static void Append(StringBuilder quoted, Rune rune)
    {
        var escape = rune.Value switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\a' => "\\a",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\v' => "\\v",
            _ => null,
        };
        if (escape is not null) quoted.Append(escape);
        else if (IsPrintable(rune)) quoted.Append(rune);
        else quoted.Append(Escaped(rune.Value));
    }

    private static string Escaped(int value) => value switch
    {
        < 0x80 => $"\\x{value:x2}",
        < 0x10000 => $"\\u{value:x4}",
        _ => $"\\U{value:x8}",
    };

    /// <summary>Of the spaces only the common one (unicode.IsPrint).</summary>
    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);
}
