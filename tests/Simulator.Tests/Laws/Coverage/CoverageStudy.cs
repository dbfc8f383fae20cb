using Simulator.Reports.Statistics;

namespace Simulator.Tests.Laws.Coverage;

/// <summary>An interval of a result, for something whose truth is known.</summary>
/// <param name="Name">What is estimated.</param>
/// <param name="Method">How the interval is made.</param>
/// <param name="Of">From the result of an experiment and its number.</param>
internal sealed record CoveredInterval<T>(string Name, double Truth, string Method, Func<T, int, Interval> Of);

/// <param name="Repetitions">Intervals that were made.</param>
/// <param name="Held">Of them, those that held the truth.</param>
internal sealed record CoverageRow(string Name, double Truth, string Method, int Repetitions, int Held)
{
    public double Share => (double)Held / Repetitions;
}

/// <summary>Repeats an experiment with other seeds, on all cores, and counts the intervals that hold the truth.</summary>
internal static class CoverageStudy
{
    /// <param name="repeat">One experiment: told its number, from 0.</param>
    public static IReadOnlyList<CoverageRow> Of<T>(int repetitions, Func<int, T> repeat, params CoveredInterval<T>[] intervals)
    {
        var held = new bool[intervals.Length, repetitions];
        Parallel.For(0, repetitions, i =>
        {
            var result = repeat(i);
            for (var m = 0; m < intervals.Length; m++) held[m, i] = intervals[m].Of(result, i).Contains(intervals[m].Truth);
        });
        return [.. intervals.Select((interval, m) => new CoverageRow(
            interval.Name, interval.Truth, interval.Method, repetitions, Enumerable.Range(0, repetitions).Count(i => held[m, i])))];
    }
}
