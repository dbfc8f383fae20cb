using Simulator.Reports.Html;
using Simulator.Reports.Measures;
using Simulator.Reports.Plots;
using Simulator.Reports.Summaries;
using Simulator.Reports.Tables;
using Simulator.Reports.Text;

namespace Simulator.Reports.Files;

/// <summary>The files of a run: summary.json, summary.md, CSV files, plots/ and report.html.</summary>
public static class ResultFolder
{
    public const string ReportFile = "report.html";

    /// <summary>Writes them all beside the folder and moves them in place at the end; an earlier run's files are replaced.</summary>
    /// <param name="events">Told the same facts as the recorder.</param>
    /// <param name="interruption">Stops between two files; then the folder is as it was.</param>
    /// <returns>What was left out, compressed or replaced, a sentence each.</returns>
    /// <exception cref="IOException">The folder cannot be written; then it is as it was.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static IReadOnlyList<string> Write(
        FolderPlace place, Summary summary, RunRecorder run, EventTable events, CancellationToken interruption = default)
    {
        var notes = new List<string>();
        Fill(place.Fresh, summary, run, events, notes, interruption);
        if (Replaced.Sentence(place.Target, summary) is { } sentence) notes.Add(sentence);
        place.Fill();
        return notes;
    }

    private static void Fill(
        string folder, Summary summary, RunRecorder run, EventTable events, List<string> notes, CancellationToken interruption)
    {
        var names = new TableNames();
        foreach (var table in RunFiles.Of(summary, run, events))
        {
            interruption.ThrowIfCancellationRequested();
            names.Add(table.Name, table.Write(folder));
        }

        notes.AddRange(names.Notes);
        interruption.ThrowIfCancellationRequested();
        var pictures = RunPlots.Draw(summary, run);
        notes.AddRange(PictureFiles.Write(Path.Combine(folder, PictureFiles.Folder), pictures));
        interruption.ThrowIfCancellationRequested();
        File.WriteAllText(Path.Combine(folder, MarkdownSummary.FileName), MarkdownSummary.Write(summary, notes));
        File.WriteAllText(Path.Combine(folder, ReportFile), ReportPage.Write(new ReportContent(summary, pictures, names, notes)));
        using var json = File.Create(Path.Combine(folder, SummaryJson.FileName));
        SummaryJson.Write(summary, json);
    }
}
