using System.Globalization;
using Simulator.Reports.Statistics;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <param name="Got">Null: the run has no such measure.</param>
/// <param name="Sentence">Why, where the numbers do not say it; "" otherwise.</param>
public sealed record ExpectationRow(string Measure, double? AtLeast, double? AtMost, double? Got, bool Met, string Sentence)
{
    /// <summary><c>at most 0:15:00</c>, <c>at least 0.999</c>.</summary>
    public string Bound => string.Join(", ", Bounds());

    /// <summary>The value in the unit of the measure; <c>nothing</c> if there is none.</summary>
    public string GotText => Got is { } value ? Expectations.Format(Measure, value) : "nothing";

    /// <summary><c>met</c> or <c>MISSED</c>.</summary>
    public string Verdict => Met ? "met" : "MISSED";

    private IEnumerable<string> Bounds()
    {
        if (AtLeast is { } least) yield return $"at least {Expectations.Format(Measure, least)}";
        if (AtMost is { } most) yield return $"at most {Expectations.Format(Measure, most)}";
    }
}

/// <summary>Holds what a scenario expects against what a run measured.</summary>
public static class Expectations
{
    /// <returns>One row an expectation, in the scenario's order; a measure that the run does not have is a miss.</returns>
    public static IReadOnlyList<ExpectationRow> Evaluate(
        IReadOnlyList<Expectation> expectations, IReadOnlyDictionary<string, double> measures) =>
        [.. expectations.Select(expectation => Evaluate(expectation, measures))];

    /// <summary>A number in the unit of its measure: <c>0:15:00</c>, <c>0.999</c>, <c>20,010</c>.</summary>
    public static string Format(string measure, double value) => MeasureCatalog.Find(measure)?.Unit switch
    {
        "s" => HumanTime.Short(value),
        "share" => value.ToString("0.######", CultureInfo.InvariantCulture),
        _ => HumanNumber.Plain(value),
    };

    private static ExpectationRow Evaluate(Expectation expectation, IReadOnlyDictionary<string, double> measures)
    {
        var (measure, least, most) = expectation;
        if (!measures.TryGetValue(measure, out var got)) return new(measure, least, most, null, false, AbsenceOf(measure));
        return new(measure, least, most, got, !(got < least) && !(got > most), "");
    }

    private static string AbsenceOf(string measure) =>
        MeasureCatalog.IsKnown(measure) ? MeasureAbsences.Of(measure) : $"There is no measure '{measure}'.";
}
