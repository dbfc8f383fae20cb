namespace Simulator.Reports.Plots.Drawings;

/// <summary>What a picture is drawn for.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="HasTitle">It stands alone; in a page the words around it say what it is.</param>
internal sealed record DrawingSize(double Width, bool HasTitle)
{
    private const double NarrowBelow = 600;

    public static readonly DrawingSize File = new(960, true);
    public static readonly DrawingSize Page = new(960, false);
    public static readonly DrawingSize Phone = new(400, false);

    public bool IsNarrow => Width < NarrowBelow;
}
