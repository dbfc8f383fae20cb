using System.Text.Json;
using System.Text.RegularExpressions;

namespace Simulator.Reports.Summaries;

/// <summary>What is wrong with a JSON file of ours, for who has it before him: the library speaks of types of the program.</summary>
public static partial class JsonDamage
{
    public static string Sentence(JsonException damage)
    {
        if (Missing().Match(damage.Message) is { Success: true } missing) return $"it lacks {missing.Groups["keys"]}{Place(damage)}.";
        if (damage.Message.Contains("could not be converted", StringComparison.Ordinal))
        {
            return $"a value is of another kind{Place(damage)}.";
        }
        return $"{Position().Replace(damage.Message, "").TrimEnd(' ', '.')}{Place(damage)}.";
    }

    private static string Place(JsonException damage)
    {
        var key = damage.Path is null or "$" ? "" : $" at {damage.Path[2..]}";
        return damage.LineNumber is { } line ? $"{key} in line {line + 1}" : key;
    }

    [GeneratedRegex("missing required properties including: (?<keys>('[^']*'(, )?)+)")]
    private static partial Regex Missing();

    [GeneratedRegex(@"( Path: .*?\|)? LineNumber: .*$", RegexOptions.Singleline)]
    private static partial Regex Position();
}
