using System.Text.Json;
using System.Text.RegularExpressions;

namespace Simulator.Scenarios.Files;

/// <summary>A text as one value of YAML, in quotes only where it would be misread without them.</summary>
internal static partial class YamlScalar
{
    private static readonly string[] Words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

    public static string Of(string text) =>
        Plain().IsMatch(text) && !Words.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? text
            : JsonSerializer.Serialize(text, RelaxedJson.Options);

    [GeneratedRegex(@"^(\.\.?/)*[A-Za-z/_][A-Za-z0-9_./@+-]*(:[A-Za-z0-9_./@+-]+)*$")]
    private static partial Regex Plain();
}
