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
    public const string SummaryFile = "summary.json";

    public const string ReportFile = "report.html";

    /// <summary>Writes them all beside the folder and moves them in place at the end; an earlier run's folder is replaced.</summary>
    /// <param name="folder">For example <c>results/zone-outage</c>; its parents are made.</param>
    /// <param name="events">Told the same facts as the recorder.</param>
    /// <param name="interruption">Stops between two files; then the folder is as it was.</param>
    /// <returns>What was left out or compressed, a sentence each.</returns>
    /// <exception cref="IOException">The folder holds other files than an earlier run's, or cannot be written; then it is as it
    /// was.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static IReadOnlyList<string> Write(
        string folder, Summary summary, RunRecorder run, EventTable events, CancellationToken interruption = default)
    {
        Refuse(folder);
        var notes = new List<string>();
        AtomicFolder.Replace(folder, SummaryFile, fresh => Fill(fresh, summary, run, events, notes, interruption));
        return notes;
    }

    /// <summary>To know it before a long run.</summary>
    /// <exception cref="IOException">The folder holds other files than an earlier run's.</exception>
    public static void Refuse(string folder)
    {
        AtomicFolder.Refuse(folder, SummaryFile);
        if (!File.Exists(Path.Combine(folder, StudyFolder.RunsFile))) return;
        throw new IOException($"'{folder}' holds the runs of a study ({StudyFolder.RunsFile}): nothing was written.");
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
        File.WriteAllText(Path.Combine(folder, "summary.md"), MarkdownSummary.Write(summary, notes));
        File.WriteAllText(Path.Combine(folder, ReportFile), ReportPage.Write(new ReportContent(summary, pictures, names, notes)));
        using var json = File.Create(Path.Combine(folder, SummaryFile));
        SummaryJson.Write(summary, json);
    }
}
