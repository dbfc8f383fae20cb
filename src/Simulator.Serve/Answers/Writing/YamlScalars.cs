using System.Text;
using System.Text.RegularExpressions;

namespace Simulator.Serve.Answers.Writing;

/// <summary>
/// Texts as go-yaml of 2016 writes them: plain where nobody could take them for something else, else in quotes or as a block.
/// </summary>
internal static partial class YamlScalars
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON",
        "n", "N", "no", "No", "NO", "off", "Off", "OFF", "<<", ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "-.inf",
    };

    public static string Text(string text, int depth)
    {
        if (text.Contains('\n')) return Block(text, depth);
        if (IsAnotherType(text)) return Quoted(text);
        if (IsPlain(text)) return text;
        return text.Any(c => c < ' ' && c != '\t') ? Quoted(text) : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static bool IsAnotherType(string text) => Words.Contains(text) || Number().IsMatch(text) || Base60().IsMatch(text);

    private static bool IsPlain(string text)
    {
        if (text[0] == ' ' || text[^1] == ' ' || "-?:,[]{}#&*!|>'\"%@`".Contains(text[0]) && !IsHarmlessStart(text)) return false;
        if (text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal)) return false;
        return !text.Contains(": ") && !text.Contains(" #") && text[^1] != ':' && text.All(c => c >= ' ' && c != '\uFEFF');
    }

    private static bool IsHarmlessStart(string text) => text[0] is '-' or '?' or ':' && text.Length > 1 && text[1] != ' ';

    private static string Quoted(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var c in text) result.Append(c is '"' or '\\' ? $"\\{c}" : c < ' ' ? Escape(c) : c.ToString());
        return result.Append('"').ToString();
    }

    private static string Escape(char c) => c switch { '\n' => "\\n", '\t' => "\\t", '\r' => "\\r", _ => $"\\x{(int)c:x2}" };

    private static string Block(string text, int depth)
    {
        if (text.Any(c => c < ' ' && c is not ('\n' or '\t')) || text.Contains(" \n")) return Quoted(text);
        var end = text.EndsWith("\n\n", StringComparison.Ordinal) ? "+" : text.EndsWith('\n') ? "" : "-";
        var head = text[0] is ' ' or '\n' ? "|2" : "|";
        var lines = (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        return head + end + "\n" + string.Join('\n', lines.Select(line => line.Length > 0 ? new string(' ', depth) + line : ""));
    }

    [GeneratedRegex(
        @"^([-+]?[0-9][0-9_,]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|[-+]?\.[0-9]+([eE][-+]?[0-9]+)?|0x[0-9a-fA-F]+|0b[01]+|0o?[0-7]+)$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$")]
    private static partial Regex Base60();
}
