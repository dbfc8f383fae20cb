using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Scenarios.Conformance.Timelines;

/// <summary>The demand of a recording: thousandths of a core that all pods share, in steps over the recording's time.</summary>
/// <param name="Steps">From, in seconds, and thousandths of a core, in order; the first is from the beginning of time.</param>
internal sealed partial record TimelineDemand(IReadOnlyList<(double From, double Milli)> Steps)
{
    /// <summary>Reads <c>D = 80 m for t&lt;0, 436 m (54 %) for 0&lt;=t&lt;300, 0 afterwards</c>; null if it is something else.</summary>
    /// <param name="firstChange">Where the text's own zero lies in the recording's time.</param>
    public static TimelineDemand? Read(string text, double firstChange)
    {
        List<(double, double)> steps = [];
        var end = double.NegativeInfinity;
        foreach (Match part in Parts().Matches(text.Split(';')[0]))
        {
            var from = part.Groups["from"] is { Success: true } given ? Number(given) : end;
            steps.Add((from + firstChange, Number(part.Groups["milli"])));
            end = part.Groups["to"] is { Success: true } to ? Number(to) : double.PositiveInfinity;
        }

        var isWhole = steps.Count > 0 && steps[0].Item1 == double.NegativeInfinity && double.IsPositiveInfinity(end);
        return isWhole ? new TimelineDemand(steps) : null;
    }

    /// <summary>Of what samples showed: between two of them it changed when the load did, or at the first.</summary>
    public static TimelineDemand Of(IReadOnlyList<(double At, double Milli)> samples, IReadOnlyList<double> changes)
    {
        List<(double, double)> steps = [];
        for (var i = 0; i < samples.Count; i++)
        {
            if (i == 0) steps.Add((double.NegativeInfinity, samples[0].Milli));
            else if (samples[i].Milli != samples[i - 1].Milli)
            {
                steps.Add((ChangeBetween(samples[i - 1].At, samples[i].At), samples[i].Milli));
            }
        }

        return new TimelineDemand(steps.Count > 0 ? steps : [(double.NegativeInfinity, 0)]);

        double ChangeBetween(double after, double upTo) =>
            changes.Where(change => change > after && change <= upTo).DefaultIfEmpty(after).First();
    }

    public double At(double t) => Steps.Last(step => step.From <= t).Milli;

    private static double Number(Group text) => double.Parse(text.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<milli>\d+(\.\d+)?)\s*m?\s*(\([^)]*\)\s*)?(for\s+((?<from>-?\d+(\.\d+)?)\s*<=\s*t(\s*<\s*(?<to>-?\d+(\.\d+)?))?"
        + @"|t\s*<\s*(?<to>-?\d+(\.\d+)?)|t\s*>=\s*(?<from>-?\d+(\.\d+)?))|afterwards)", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
