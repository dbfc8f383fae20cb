using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Studies;

namespace Simulator.Reports.Plots;

/// <summary>
/// The pictures of studies. A name is that of the file in plots/, without its ending; the first sentence of a caption is its title.
/// </summary>
public static class StudyPlots
{
    public static Picture Heat(string name, string caption, HeatMap map) =>
        Picture.Of(name, caption, size => new HeatDrawing(map, size).Draw());

    /// <summary>One below the other.</summary>
    public static Picture Lines(string name, string caption, params IReadOnlyList<IntervalChart> charts) =>
        Picture.Of(name, caption, size => IntervalDrawing.Of(charts, size));

    /// <summary>Curves over one axis.</summary>
    public static Picture Curves(string name, string caption, Chart chart) =>
        Picture.Of(name, caption, size => ChartDrawing.Of([chart], size));

    public static Picture Differences(string name, string caption, DifferenceChart plot) =>
        Picture.Of(name, caption, size => DifferenceDrawing.Of(plot, size));

    public static Picture Boundary(string name, string caption, Boundary plot) =>
        Picture.Of(name, caption, size => BoundaryDrawing.Of(plot, size));

    public static Picture Spread(string name, string caption, Spread plot) =>
        Picture.Of(name, caption, size => SpreadDrawing.Of(plot, size));

    public static Picture Shares(string name, string caption, Shares plot) =>
        Picture.Of(name, caption, size => ShareDrawing.Of(plot, size));

    public static Picture History(string name, string caption, History history) => Lines(name, caption, history.Charts);
}
