using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots;

/// <param name="Name">File name without its ending.</param>
/// <param name="Caption">What it shows, for those who cannot see it.</param>
/// <param name="File">With its title, to stand alone.</param>
/// <param name="Page">For a page with room.</param>
/// <param name="Phone">The same for a phone, where the wide one's words would be too small.</param>
public sealed record Picture(string Name, string Caption, Drawing File, Drawing Page, Drawing Phone)
{
    internal static Picture Of(string name, string caption, Func<DrawingSize, Drawing> draw) =>
        new(name, caption, draw(DrawingSize.File), draw(DrawingSize.Page), draw(DrawingSize.Phone));
}
