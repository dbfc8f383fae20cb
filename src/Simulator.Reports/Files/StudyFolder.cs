using Simulator.Reports.Html.Studies;
using Simulator.Reports.RunSets;
using Simulator.Reports.Text;

namespace Simulator.Reports.Files;

/// <param name="Name">In the folder: <c>runs.csv</c>, <c>summary.json</c>.</param>
public sealed record NamedFile(string Name, Action<TextWriter> Write);

/// <summary>
/// The files of a study: report.html, summary.md, plots/ and those that are given. Each is replaced as a whole, so that none is ever half
/// there; what else is in the folder (the runs that are finished) stays.
/// </summary>
public static class StudyFolder
{
    /// <summary>To know it before a long study.</summary>
    /// <exception cref="IOException">The folder holds other files than an earlier study's.</exception>
    public static void Refuse(string folder) => Refuse(folder, RunSetFile.Name);

    /// <summary>The same of a study that has no runs of its own.</summary>
    /// <param name="sign">The file that tells its folder.</param>
    /// <exception cref="IOException">The folder holds other files than an earlier study's.</exception>
    public static void Refuse(string folder, string sign) => OtherFiles.Refuse(folder, sign);

    /// <param name="folder">Is made if it is not there.</param>
    /// <param name="files">CSV and JSON; report.html comes last.</param>
    /// <returns>What was left out, a sentence each.</returns>
    /// <exception cref="IOException">A file cannot be written; those before it are new, it and the others are as they were.</exception>
    public static IReadOnlyList<string> Write(string folder, StudyContent content, IReadOnlyList<NamedFile> files)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in files) AtomicFile.Write(Path.Combine(folder, file.Name), file.Write);
        var notes = PictureFiles.Write(Path.Combine(folder, PictureFiles.Folder), content.Pictures);
        AtomicFile.Write(Path.Combine(folder, MarkdownSummary.FileName), text => text.Write(StudyMarkdown.Write(content)));
        AtomicFile.Write(Path.Combine(folder, ResultFolder.ReportFile), text => text.Write(StudyPage.Write(content)));
        return notes;
    }
}
