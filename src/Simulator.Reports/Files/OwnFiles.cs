using Simulator.Reports.Plots;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;

namespace Simulator.Reports.Files;

/// <summary>The files that a run may write, by their paths in its folder. Whatever else lies there is somebody's, and stays.</summary>
public static class OwnFiles
{
    /// <summary>The sign of whole results is the last.</summary>
    private static readonly List<string> Paths = [.. All()];

    private static readonly HashSet<string> Known = [.. Paths];

    /// <param name="path">Relative to the folder, with '/'.</param>
    public static bool Contains(string path) => Known.Contains(path);

    /// <summary>Whether such files lie in a folder.</summary>
    public static bool IsFolder(string path) => path == PictureFiles.Folder;

    /// <summary>Those that a folder has, summary.json last.</summary>
    public static IReadOnlyList<string> In(string folder) => [.. Paths.Where(path => File.Exists(Path.Combine(folder, path)))];

    private static IEnumerable<string> All() =>
    [
        .. RunPlots.Names.SelectMany(name => new[] { $"{PictureFiles.Folder}/{name}.svg", $"{PictureFiles.Folder}/{name}.png" }),
        .. RunFiles.Names.SelectMany(name => new[] { name, name + ".gz" }),
        MarkdownSummary.FileName,
        ResultFolder.ReportFile,
        SummaryJson.FileName,
    ];
}
