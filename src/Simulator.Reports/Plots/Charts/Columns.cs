namespace Simulator.Reports.Plots.Charts;

/// <summary>Points that fall into one column of a picture become one, with the extremes of all: none is lost.</summary>
internal static class Columns
{
    /// <summary>The first point is kept as it is: what follows began there.</summary>
    /// <param name="columnOf">Which column a place is in; never goes back.</param>
    public static IReadOnlyList<SeriesPoint> Of(IReadOnlyList<SeriesPoint> points, Func<double, int> columnOf)
    {
        var columns = new List<SeriesPoint>();
        var last = int.MinValue;
        foreach (var point in points)
        {
            var column = columnOf(point.At);
            if (column == last && columns.Count > 1) columns[^1] = Joined(columns[^1], point);
            else columns.Add(point);
            last = column;
        }

        return columns;
    }

    /// <summary>The value is the later one's.</summary>
    private static SeriesPoint Joined(SeriesPoint first, SeriesPoint then) =>
        then with { Lowest = Math.Min(first.Lowest, then.Lowest), Highest = Math.Max(first.Highest, then.Highest) };
}
