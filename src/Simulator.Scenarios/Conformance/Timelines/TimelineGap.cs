using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Scenarios.Conformance.Timelines;

/// <summary>Running pods that the metrics leave out for some time.</summary>
/// <param name="Until">Seconds of the recording's time.</param>
internal sealed partial record TimelineGap(int Pods, double From, double Until)
{
    /// <summary>Reads <c>the fake leaves out one of the 3 running pods for t&lt;300</c>; null if nothing is left out.</summary>
    public static TimelineGap? Read(string text, double firstChange)
    {
        if (Sentence().Match(text) is not { Success: true } found) return null;
        var pods = found.Groups["count"].Value switch { "one" => 1, "two" => 2, "three" => 3, var digits => int.Parse(digits, null) };
        var from = found.Groups["from"] is { Success: true } given ? Number(given) : double.NegativeInfinity;
        return new TimelineGap(pods, from + firstChange, Number(found.Groups["to"]) + firstChange);
    }

    private static double Number(Group text) => double.Parse(text.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"leaves out (?<count>one|two|three|\d+)\b.*?\bfor ((?<from>-?\d+(\.\d+)?)\s*<=\s*)?t\s*<\s*(?<to>-?\d+(\.\d+)?)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Sentence();
}
