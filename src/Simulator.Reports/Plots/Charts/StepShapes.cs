using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Step functions as lines, bands and fills.</summary>
internal static class StepShapes
{
    /// <summary>What lasts shorter than this many pixels is drawn as wide, and as high.</summary>
    public const double VisibleMin = 2;

    /// <summary>Corners that change nothing are left out.</summary>
    public static IReadOnlyList<Spot> Line(Plane plane, IReadOnlyList<SeriesPoint> points)
    {
        var line = new List<Spot>();
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = (plane.X(points[i].At), plane.Y(points[i].Value));
            if (i > 0 && i < points.Count - 1 && y == line[^1].Y) continue;
            if (i > 0 && y != line[^1].Y) line.Add(new Spot(x, line[^1].Y));
            line.Add(new Spot(x, y));
        }

        return line;
    }

    /// <summary>From the lowest to the highest value, column by column; columns that touch are one band.</summary>
    public static IEnumerable<Area> Bands(Plane plane, Series series, IReadOnlyList<SeriesPoint> points)
    {
        var boxes = new List<Box>();
        for (var i = 0; i < points.Count; i++)
        {
            if (!points[i].IsRange) continue;
            var box = BoxOf(plane, points[Math.Max(0, i - 1)].At, points[i], series.Tone);
            if (boxes.Count > 0 && boxes[^1].X + boxes[^1].Width < box.X - 0.01)
            {
                yield return Outline(boxes, ChartKey.BandOpacity);
                boxes.Clear();
            }

            boxes.Add(boxes.Count == 0 ? box : After(boxes[^1], box));
        }

        if (boxes.Count > 0) yield return Outline(boxes, ChartKey.BandOpacity);
    }

    public static IEnumerable<Area> Fill(Plane plane, ChartFill fill, Func<Series, IReadOnlyList<SeriesPoint>> points)
    {
        var upper = points(fill.Upper);
        var lower = fill.Lower is null ? [.. upper.Select(point => new SeriesPoint(point.At, 0))] : points(fill.Lower);
        var boxes = new List<Box>();
        for (var i = 0; i + 1 < upper.Count; i++)
        {
            var (x, top, bottom) = (plane.X(upper[i].At), plane.Y(upper[i].Value), plane.Y(lower[i].Value));
            if (top < bottom) boxes.Add(new Box(x, top, plane.X(upper[i + 1].At) - x, bottom - top, fill.Tone));
            else if (boxes.Count > 0) yield return Filled(boxes);
        }

        if (boxes.Count > 0) yield return Filled(boxes);
    }

    private static Area Filled(List<Box> boxes)
    {
        var area = Outline(boxes, ChartKey.FillOpacity);
        boxes.Clear();
        return area;
    }

    /// <summary>One that was widened does not lie over the next.</summary>
    private static Box After(Box before, Box box)
    {
        var x = before.X + before.Width;
        return box with { X = x, Width = Math.Max(1, box.X + box.Width - x) };
    }

    private static Box BoxOf(Plane plane, double from, SeriesPoint point, Tone tone)
    {
        var (x, top) = (plane.X(from), plane.Y(point.Highest));
        var width = Math.Max(VisibleMin, plane.X(point.At) - x);
        var height = Math.Max(VisibleMin, plane.Y(point.Lowest) - top);
        return new Box(Math.Min(x, plane.Right - width), Math.Min(top, plane.Bottom - height), width, height, tone);
    }

    /// <summary>Boxes beside each other, as one: along their tops, and back along their bottoms.</summary>
    private static Area Outline(List<Box> boxes, double opacity)
    {
        static Spot[] Bottom(Box box) => [new(box.X + box.Width, box.Y + box.Height), new(box.X, box.Y + box.Height)];
        var tops = boxes.SelectMany(box => new[] { new Spot(box.X, box.Y), new Spot(box.X + box.Width, box.Y) });
        return new Area([.. tops, .. boxes.AsEnumerable().Reverse().SelectMany(Bottom)], boxes[0].Tone, opacity);
    }
}
