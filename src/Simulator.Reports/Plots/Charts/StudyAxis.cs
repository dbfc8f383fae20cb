using System.Globalization;

namespace Simulator.Reports.Plots.Charts;

/// <summary>
/// An axis of tested values, each with its tick. Numbers stand where they belong if all can then be told apart, else where their logarithms
/// belong, else, as names do, evenly. Whatever is shown refers to a value by its index.
/// </summary>
public sealed class StudyAxis : IScale
{
    /// <summary>The smallest gap, of the gaps of an even axis, at which neighbours are told apart.</summary>
    private const double GapMin = 0.4;

    private readonly double[] _places;

    private StudyAxis(string label, IReadOnlyList<string> names, double[] places)
    {
        (Label, Names, _places) = (label, names, places);
        var pad = places.Length < 2 ? 0.5 : (places[^1] - places[0]) / (places.Length - 1) / 2;
        From = places.Length == 0 ? 0 : places[0] - pad;
        To = places.Length == 0 ? 1 : places[^1] + pad;
    }

    /// <summary>As the values are told.</summary>
    public IReadOnlyList<string> Names { get; }

    public double From { get; }

    public double To { get; }

    /// <summary>What the axis shows, with its unit.</summary>
    public string Label { get; }

    /// <summary>How the values stand, where that is not evenly or as numbers do; "" else.</summary>
    public string Manner { get; private init; } = "";

    /// <param name="label">With its unit: <c>clusters[0].nodePools[0].count (nodes)</c>.</param>
    /// <param name="names">From the left, or from below.</param>
    public static StudyAxis OfNames(string label, IReadOnlyList<string> names) =>
        new(label, names, [.. names.Select((_, i) => (double)i)]);

    /// <param name="values">Ascending.</param>
    public static StudyAxis OfNumbers(string label, IReadOnlyList<double> values)
    {
        string[] names = [.. values.Select(value => value.ToString("#,0.######", CultureInfo.InvariantCulture))];
        double[] plain = [.. values];
        if (AreApart(plain)) return new StudyAxis(label, names, plain);
        double[] logarithms = [.. values.Select(value => Math.Log10(Math.Max(value, double.Epsilon)))];
        return values.All(value => value > 0) && AreApart(logarithms)
            ? new StudyAxis(label, names, logarithms) { Manner = ", logarithmic" }
            : OfNames(label, names);
    }

    /// <summary>Numbers if all values are some and ascend, else names.</summary>
    public static StudyAxis Of(string label, IReadOnlyList<string> values)
    {
        var numbers = values.Select(value => double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .ToList();
        var ascend = numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
        return ascend && !numbers.Exists(double.IsNaN) ? OfNumbers(label, numbers) : OfNames(label, values);
    }

    /// <summary>Where the value of an index stands.</summary>
    public double Place(int index) => _places[index];

    /// <summary>From the left as many as stand apart.</summary>
    public Ticks Ticks(int most)
    {
        var ticks = new List<Tick>();
        var gap = (To - From) / Math.Max(1, most) * 0.999;
        for (var i = 0; i < _places.Length; i++)
        {
            if (ticks.Count == 0 || _places[i] - ticks[^1].At >= gap) ticks.Add(new Tick(_places[i], Names[i]));
        }

        return new Ticks(ticks, Label + Manner);
    }

    private static bool AreApart(double[] places)
    {
        if (places.Length < 3) return true;
        var gaps = places.Zip(places.Skip(1), (one, next) => next - one);
        return gaps.Min() >= GapMin * (places[^1] - places[0]) / (places.Length - 1);
    }
}
