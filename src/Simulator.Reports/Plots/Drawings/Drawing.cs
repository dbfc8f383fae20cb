namespace Simulator.Reports.Plots.Drawings;

/// <summary>A picture as shapes, laid out without a typeface: the same on any machine. Lengths are pixels, y goes down.</summary>
/// <param name="Shapes">Later ones lie over earlier ones.</param>
public sealed record Drawing(double Width, double Height, IReadOnlyList<Shape> Shapes)
{
    /// <summary>Two pictures as one, the second below the first.</summary>
    public Drawing Above(Drawing other) =>
        new(Math.Max(Width, other.Width), Height + other.Height, [.. Shapes, .. other.Shapes.Select(shape => shape.Down(Height))]);
}
