namespace Simulator.Reports.Plots.Charts;

/// <summary>
/// Values of a measure, with ticks in the unit that reads best at their size: hours and not 7,200 s, per cent and not 0.01.
/// </summary>
public sealed class UnitScale : IScale
{
    private const double Finest = 1e-6;

    /// <summary>Of the room, above and below what is shown.</summary>
    private const double Margin = 0.08;

    /// <summary>An axis from 0 shows how large things are; where they differ by less than this share it would show nothing else.</summary>
    private const double ZeroBelow = 0.6;

    private readonly double _factor;
    private readonly NumberScale _scale;

    /// <param name="unit">As the catalogue of measures has it; "" for none.</param>
    public UnitScale(double from, double to, string label, string unit)
    {
        (From, To) = (from, to);
        (_factor, var name) = UnitOf(unit, Math.Max(Math.Abs(from), Math.Abs(to)), to - from);
        var note = string.Join(", ", new[] { name, from > 0 ? "not from 0" : "" }.Where(word => word.Length > 0));
        _scale = new NumberScale(from / _factor, to / _factor, note.Length == 0 ? label : $"{label} ({note})", Finest);
    }

    public double From { get; }

    public double To { get; }

    /// <summary>From 0 if that leaves the values apart, else around them.</summary>
    public static UnitScale Around(IReadOnlyCollection<double> values, string label, string unit)
    {
        var (least, most) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max());
        if (least >= 0 && most > 0 && least <= ZeroBelow * most) return new UnitScale(0, most * (1 + Margin), label, unit);
        var room = most > least ? (most - least) * Margin : Math.Max(Math.Abs(most) * Margin, Finest);
        return new UnitScale(least - room, most + room, label, unit);
    }

    public Ticks Ticks(int most)
    {
        var ticks = _scale.Ticks(most);
        return ticks with { All = [.. ticks.All.Select(tick => tick with { At = tick.At * _factor })] };
    }

    private static (double Factor, string Name) UnitOf(string unit, double largest, double span) => (unit, largest) switch
    {
        ("s", _) when span < 1 && largest < 10 => (0.001, "ms"),
        ("s", >= 7200) => (3600, "h"),
        ("s", >= 180) => (60, "min"),
        ("share", _) => (0.01, "%"),
        _ => (1, unit),
    };
}
