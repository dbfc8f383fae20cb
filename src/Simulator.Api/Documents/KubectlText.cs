using System.Globalization;
using System.Text;

namespace Simulator.Api.Documents;

/// <summary>Makes YAML of what kubectl 1.3 takes for it; lines stay where they are.</summary>
internal static class KubectlText
{
    private const char Mark = '\uFEFF';

    /// <summary>Separators without what follows their dashes, and no byte order marks within.</summary>
    /// <remarks>
    /// kubectl cuts at every line that begins with three dashes and drops the rest of the line (splitYAMLDocument); content after a blank
    /// is kept here, because YAML means it. Files that were put one after the other have a byte order mark each.
    /// </remarks>
    public static string ToYaml(string text)
    {
        if (!text.Contains("----", StringComparison.Ordinal) && !text.Contains(Mark, StringComparison.Ordinal)) return text;
        var yaml = new StringBuilder(text.Length);
        foreach (var line in Lines(text.Replace(Mark.ToString(), "", StringComparison.Ordinal)))
        {
            if (IsOddSeparator(line)) yaml.Append("---").Append(line.EndsWith('\n') ? "\n" : "");
            else yaml.Append(line);
        }

        return yaml.ToString();
    }

    /// <summary>A key as JSON has it: numbers and booleans become texts of their values (ghodss/yaml, convertToJSONableObject).</summary>
    public static string KeyOf(SourceScalar key)
    {
        if (key.TryBoolean(out var flag)) return flag ? "true" : "false";
        return key.TryInteger(out var number) ? number.ToString(CultureInfo.InvariantCulture) : key.Text;
    }

    /// <summary>With their ends.</summary>
    private static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at && at < 0 ? text.Length : at + 1;
            yield return text[start..end];
            start = end;
        }
    }

    private static bool IsOddSeparator(string line) =>
        line.StartsWith("---", StringComparison.Ordinal) && line.Length > 3 && !char.IsWhiteSpace(line[3]);
}
