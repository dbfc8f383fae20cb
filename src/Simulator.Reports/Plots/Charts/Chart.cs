using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Curves over one axis, as data.</summary>
public sealed record Chart
{
    public required string Title { get; init; }

    public required IScale Across { get; init; }

    public required IScale Up { get; init; }

    /// <summary>All over the same places. Each lies over those before it and is thinner: all are seen where they have one value.</summary>
    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>How a place of the axis is told.</summary>
    public required Func<double, string> Place { get; init; }

    /// <summary>What the light bands are; "" where the points have no extremes of their own.</summary>
    public string Band { get; init; } = "";

    /// <summary>No series ever falls: nothing is lost between two points, and there are no bands.</summary>
    public bool IsRising { get; init; }

    /// <summary>Each series is that much wider than the next, in pixels: of steps that have one value both are seen.</summary>
    public double Widening { get; init; } = 1.8;

    /// <summary>The times of the troubles.</summary>
    public IReadOnlyList<LaneBar> Shades { get; init; } = [];

    public IReadOnlyList<ChartFill> Fills { get; init; } = [];

    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    public IReadOnlyList<Spot> Dots { get; init; } = [];
}

/// <summary>A step function: it has each value from the place on to which that belongs.</summary>
public sealed record Series(string Name, Tone Tone, IReadOnlyList<SeriesPoint> Points, Dash Dash = Dash.Solid);

/// <param name="At">On the horizontal axis.</param>
/// <param name="Lowest">Since the point before.</param>
/// <param name="Highest">Since the point before.</param>
public readonly record struct SeriesPoint(double At, double Value, double Lowest, double Highest)
{
    public SeriesPoint(double at, double value)
        : this(at, value, value, value)
    {
    }

    public bool IsRange => Highest > Lowest;
}

/// <summary>What lies between two series where the upper one is above.</summary>
/// <param name="Name">"": it stands for its series and needs no words.</param>
/// <param name="Lower">Null: 0.</param>
public sealed record ChartFill(string Name, Tone Tone, Series? Lower, Series Upper);

/// <summary>A moment with a name.</summary>
public sealed record ChartMark(double At, string Text);
