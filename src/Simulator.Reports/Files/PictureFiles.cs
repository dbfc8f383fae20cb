using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Files;

/// <summary>Pictures as SVG and PNG.</summary>
internal static class PictureFiles
{
    /// <summary>Of results.</summary>
    public const string Folder = "plots";

    /// <summary>Those of an earlier study that this one has not are removed.</summary>
    /// <returns>What was left out, a sentence each.</returns>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<Picture> pictures)
    {
        Directory.CreateDirectory(folder);
        foreach (var picture in pictures)
        {
            AtomicFile.Write(Path.Combine(folder, picture.Name + ".svg"), text => text.Write(SvgWriter.File(picture.File)));
            if (PlotFonts.Family is not null) AtomicFile.Write(Path.Combine(folder, picture.Name + ".png"), PngWriter.Write(picture.File));
        }

        foreach (var stale in Stale(folder, pictures)) Remove(stale);
        return PlotFonts.Family is not null || pictures.Count == 0
            ? []
            : ["This machine has no sans-serif typeface: the plots were written as SVG only."];
    }

    /// <summary>SVG files of ours; whatever else lies there is somebody's, and stays.</summary>
    private static List<string> Stale(string folder, IReadOnlyList<Picture> pictures) =>
    [
        .. Directory.GetFiles(folder, "*.svg")
            .Where(file => pictures.All(picture => picture.Name != Path.GetFileNameWithoutExtension(file)))
            .Where(file => SvgWriter.IsFile(File.ReadAllText(file))),
    ];

    /// <summary>Both forms of a picture.</summary>
    private static void Remove(string svg)
    {
        File.Delete(svg);
        File.Delete(Path.ChangeExtension(svg, ".png"));
    }
}
