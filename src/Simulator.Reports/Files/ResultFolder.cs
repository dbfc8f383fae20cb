using Simulator.Reports.Html;
using Simulator.Reports.Measures;
using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
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
    /// <returns>What was left out, a sentence each.</returns>
    /// <exception cref="IOException">The folder holds other files than an earlier run's, or cannot be written; then it is as it
    /// was.</exception>
    public static IReadOnlyList<string> Write(string folder, Summary summary, RunRecorder run)
    {
        var notes = new List<string>();
        AtomicFolder.Replace(folder, SummaryFile, fresh => Fill(fresh, summary, run, notes));
        return notes;
    }

    private static void Fill(string folder, Summary summary, RunRecorder run, List<string> notes)
    {
        WriteTables(folder, run, notes);
        WriteTable(folder, "services.csv", text => RunTables.WriteServices(text, summary));
        if (StateTables.HasPets(run)) WriteTable(folder, "pets.csv", text => StateTables.WritePets(text, run));
        if (WaitingTable.HasRows(run)) WriteTable(folder, "waiting.csv", text => WaitingTable.Write(text, run));
        if (run.Claims.Any()) WriteTable(folder, "claims.csv", text => StateTables.WriteClaims(text, run));
        var pictures = RunPlots.Draw(summary, run);
        WritePictures(folder, pictures, notes);
        File.WriteAllText(Path.Combine(folder, "summary.md"), MarkdownSummary.Write(summary, notes));
        File.WriteAllText(Path.Combine(folder, ReportFile), ReportPage.Write(new ReportContent(summary, pictures, notes)));
        File.WriteAllText(Path.Combine(folder, SummaryFile), SummaryJson.Write(summary));
    }

    private static void WriteTables(string folder, RunRecorder run, List<string> notes)
    {
        var leftOut = 0;
        WriteTable(folder, "timeseries.csv", text => RunTables.WriteTimeSeries(text, run));
        WriteTable(folder, "nodes.csv", text => RunTables.WriteNodes(text, run));
        WriteTable(folder, "events.csv", text => RunTables.WriteEvents(text, run));
        WriteTable(folder, "pods.csv", text => leftOut = RunTables.WritePods(text, run));
        if (leftOut > 0)
        {
            notes.Add(
                $"pods.csv has the first {HumanNumber.Count(RunTables.PodRowsMax)} pods; {HumanNumber.Count(leftOut)} more were left out.");
        }
        if (run.EventsDropped > 0)
        {
            notes.Add($"events.csv has the first {HumanNumber.Count(RunRecorder.EventsMax)} events; "
                + $"{HumanNumber.Count(run.EventsDropped)} more were left out.");
        }
    }

    private static void WriteTable(string folder, string name, Action<TextWriter> write)
    {
        using var text = new StreamWriter(Path.Combine(folder, name)) { NewLine = "\n" };
        write(text);
    }

    private static void WritePictures(string folder, IReadOnlyList<Picture> pictures, List<string> notes)
    {
        var plots = Directory.CreateDirectory(Path.Combine(folder, "plots")).FullName;
        foreach (var picture in pictures)
        {
            File.WriteAllText(Path.Combine(plots, picture.Name + ".svg"), SvgWriter.File(picture.File));
            if (PlotFonts.Family is not null) File.WriteAllBytes(Path.Combine(plots, picture.Name + ".png"), PngWriter.Write(picture.File));
        }

        if (PlotFonts.Family is null) notes.Add("This machine has no sans-serif typeface: the plots were written as SVG only.");
    }
}
