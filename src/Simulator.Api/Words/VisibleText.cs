using System.Buffers;
using System.Globalization;
using System.Text;

namespace Simulator.Api.Words;

/// <summary>
/// Text from files and of names as people may see it: what would move a cursor, colour a terminal, break a line or turn the order of
/// letters around is written out (<c>\u001b</c>, as JSON writes it).
/// </summary>
public static class VisibleText
{
    /// <summary>Controls (C0, DEL, C1), marks without width, line separators, and what overrides the direction of writing.</summary>
    private static readonly string Hidden = string.Concat(
        Between('\0', '\u001f'), Between('\u007f', '\u009f'), Between('\u200b', '\u200f'), Between('\u2028', '\u202e'),
        Between('\u2060', '\u2069'), "\u061c\ufeff");

    private static readonly SearchValues<char> InNames = SearchValues.Create(Hidden);

    private static readonly SearchValues<char> InText =
        SearchValues.Create(string.Concat(Hidden.Where(letter => letter is not ('\n' or '\r' or '\t'))));

    /// <summary>A name, or a sentence: on one line.</summary>
    public static string Of(string name) => Of(name, InNames);

    /// <summary>A text of several lines, which stay.</summary>
    public static string OfLines(string text) => Of(text, InText);

    private static string Of(string text, SearchValues<char> hidden)
    {
        if (text.AsSpan().IndexOfAny(hidden) < 0) return text;
        var visible = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            if (!hidden.Contains(letter)) visible.Append(letter);
            else visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }

        return visible.ToString();
    }

    private static string Between(char first, char last) =>
        string.Concat(Enumerable.Range(first, last - first + 1).Select(letter => (char)letter));
}
