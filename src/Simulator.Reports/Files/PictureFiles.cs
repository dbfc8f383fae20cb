using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Files;

/// <summary>Pictures as SVG and PNG.</summary>
internal static class PictureFiles
{
    /// <summary>Of results.</summary>
    public const string Folder = "plots";

    private static readonly string[] Endings = [".svg", ".png"];

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

        foreach (var stale in Stale(folder, pictures)) File.Delete(stale);
        return PlotFonts.Family is not null || pictures.Count == 0
            ? []
            : ["This machine has no sans-serif typeface: the plots were written as SVG only."];
    }

    private static IEnumerable<string> Stale(string folder, IReadOnlyList<Picture> pictures)
    {
        var names = pictures.Select(picture => picture.Name).ToHashSet(StringComparer.Ordinal);
        return Directory.GetFiles(folder).Where(file =>
            Endings.Contains(Path.GetExtension(file)) && !names.Contains(Path.GetFileNameWithoutExtension(file)));
    }
}
