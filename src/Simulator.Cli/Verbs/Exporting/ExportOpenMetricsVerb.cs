using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Reports.Exposition;
using Simulator.Reports.Files;
using Simulator.Reports.Summaries;

namespace Simulator.Cli.Verbs.Exporting;

/// <summary><c>simulator export openmetrics RUN -o FILE</c></summary>
internal static class ExportOpenMetricsVerb
{
    public static Command Create(Screen screen)
    {
        var run = new Argument<string>("RUN") { Description = "The results folder of a run." };
        var file = new Option<string>("--out", "-o") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var start = new Option<string>("--start")
        {
            Description = "What time it was when the run began, as 2026-01-01T00:00:00Z.",
            HelpName = "TIME",
            DefaultValueFactory = _ => "1970-01-01T00:00:00Z",
        };
        var verb = new Command("openmetrics", "Writes the time series of a run for Prometheus (OpenMetrics text).") { run, file, start };
        verb.SetAction(parsed =>
            Export(parsed.GetRequiredValue(run), parsed.GetRequiredValue(file), parsed.GetRequiredValue(start), screen));
        return verb;
    }

    private static int Export(string folder, string file, string start, Screen screen)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal;
        if (!DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, Utc, out var began) || began < DateTimeOffset.UnixEpoch)
        {
            return screen.Refuse($"--start {start}: allowed are times from 1970 on, such as 2026-01-01T00:00:00Z");
        }
        var summary = Path.Combine(folder, SummaryJson.FileName);
        if (!File.Exists(summary) || TimeSeriesFile.PathIn(folder) is not { } series)
        {
            return screen.Refuse(
                $"{folder} holds no {SummaryJson.FileName} with its {TimeSeriesFile.FileName}: it is no results folder of a run");
        }

        try
        {
            return Write(SummaryJson.Read(File.ReadAllText(summary)), series, file, began, screen);
        }
        catch (FormatException wrong)
        {
            return screen.Refuse($"{series}: {wrong.Message}");
        }
        catch (JsonException wrong)
        {
            return screen.Refuse($"{summary} cannot be read: {wrong.Message}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return screen.Refuse(failure.Message);
        }
    }

    private static int Write(Summary summary, string series, string file, DateTimeOffset began, Screen screen)
    {
        var times = TimeSeriesFile.Read(series);
        IReadOnlyList<string> unknown = [];
        var seconds = began.ToUnixTimeMilliseconds() / 1000m;
        AtomicFile.Write(file, text => unknown = OpenMetricsText.Write(
            times, [("scenario", summary.Scenario), ("seed", summary.Seed)], seconds, text));
        foreach (var column in unknown) screen.Tell($"left out: the column '{column}' of {series} is no metric", "yellow");
        screen.Out.WriteLine($"wrote {ShellWord.Of(file)}: promtool tsdb create-blocks-from openmetrics {ShellWord.Of(file)} FOLDER");
        return ExitCode.Done;
    }
}
