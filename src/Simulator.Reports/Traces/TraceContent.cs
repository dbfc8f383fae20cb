using Simulator.Reports.Html.Studies;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Traces;

/// <summary>The page of a trace.</summary>
public static class TraceContent
{
    /// <param name="about">What was placed on what, in a line.</param>
    /// <param name="notes">What was wrong with the trace or left out of it, a sentence each.</param>
    public static StudyContent Of(
        string title, string about, TraceRecorder run, bool isPacking, StudyOrigin origin, IReadOnlyList<string> notes) => new()
        {
            Title = title,
            Kind = "trace",
            About = about,
            Answer = [.. TraceStory.Sentences(run, isPacking), .. notes],
            Pictures = TracePlots.Draw(run, isPacking),
            Tables = [.. isPacking ? [Curve(run.Curve)] : Array.Empty<StudyTable>(), Waits(run), Rejections(run), Groups(run)],
            How = origin with { Files = [.. origin.Files, .. Files(isPacking)] },
        };

    private static StudyTable Waits(TraceRecorder run)
    {
        var traced = TraceStory.Percentiles(run.WaitsInTrace).ToDictionary(row => row.Name, row => row.Seconds);
        return new StudyTable(
            "How long pods waited for a node",
            [StudyColumn.Text("of all pods"), StudyColumn.Number("here"), StudyColumn.Number("in the trace")],
            [
                .. TraceStory.Percentiles(run.Waits).Select(row => (string[])
                [
                    row.Name, HumanTime.Long(row.Seconds), traced.TryGetValue(row.Name, out var seconds) ? HumanTime.Long(seconds) : "",
                ]),
            ]);
    }

    private static StudyTable Rejections(TraceRecorder run) => new(
        "Why pods were rejected", [StudyColumn.Text("because"), StudyColumn.Number("pods")],
        [
            .. run.Rejections.OrderByDescending(row => row.Value).ThenBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => (string[])[row.Key, HumanNumber.Count(row.Value)]),
        ]);

    private static StudyTable Groups(TraceRecorder run) => new(
        "By group",
        [
            StudyColumn.Text("group"), StudyColumn.Number("pods"), StudyColumn.Number("placed"), StudyColumn.Number("rejected"),
            StudyColumn.Number("waiting at the end"), StudyColumn.Number("waited, mean"), StudyColumn.Number("waited, longest"),
        ],
        [
            .. run.Groups.Select(group => (string[])
            [
                group.Name.Length == 0 ? "(none)" : group.Name, HumanNumber.Count(group.Arrived), HumanNumber.Count(group.Placed),
                HumanNumber.Count(group.Rejected), HumanNumber.Count(group.Left), HumanTime.Long(group.WaitMean),
                HumanTime.Long(group.WaitMax),
            ]),
        ])
    {
        IsFolded = true,
        File = TraceTables.GroupFile,
    };

    private static StudyTable Curve(PackingCurve curve) => new(
        "Allocated, by what was asked for",
        [StudyColumn.Number("asked for", "%"), StudyColumn.Number("allocated", "%")],
        [
            .. curve.Columns.Where((column, i) => column.Asked % 10 == 0 || i == curve.Columns.Count - 1)
                .Select(column => (string[])[HumanNumber.Count(column.Asked), HumanNumber.Plain(Math.Round(column.Allocated, 2))]),
        ])
    { File = TraceTables.PackingFile };

    private static IEnumerable<(string Name, string Meaning)> Files(bool isPacking) =>
    [
        (TracePodTable.FileName, "a row for each pod: when it came, how long it waited, where it went, or why not"),
        (TraceTables.SeriesFile, "running and waiting pods, and the shares that are asked for, over time"),
        (TraceTables.GroupFile, "a row for each group"),
        .. isPacking ? [(TraceTables.PackingFile, "what is allocated by what was asked for")] : Array.Empty<(string, string)>(),
        (Summaries.SummaryJson.FileName, "what is told here, for machines"),
    ];
}
