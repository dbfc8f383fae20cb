using Simulator.Reports.Html.Studies;

namespace Simulator.Tests.Reports.Studies;

/// <summary>A plan as a verb would tell it, with a picture of each kind.</summary>
internal static class SampleStudy
{
    public static StudyContent Content { get; } = new()
    {
        Title = "survive-a-zone",
        Kind = "plan",
        About = "pool default of shop.yaml, n1-standard-4 · after losing any one zone · 95 % sure",
        Answer =
        [
            "1,347 nodes hold every objective after losing any one zone: $ 256 an hour, 53 nodes (4 %) less than the 1,400 of today.",
            "Below it, at 1,344 nodes, 11 pods of web-031 find no node (Insufficient CPU) after losing us-east1-c.",
        ],
        Verdicts =
        [
            new("met", "recovery.allReplicasReady: expected at most 0:15:00, got 0:11:42 ± 12 s in 20 of 20 runs."),
            new("MISSED", "pods.pendingAtEnd: expected at most 0, got 11 <at 1,344 nodes>."),
        ],
        Pictures = [.. SamplePictures.All.Where(sample => !sample.Key.Contains(
            ' ', StringComparison.Ordinal)).Select(sample => sample.Value())],
        Tables =
        [
            new StudyTable(
                "What was tried",
                [StudyColumn.Number("capacity", "nodes"), StudyColumn.Verdict("verdict"), StudyColumn.Number("cost", "$ an hour"),
                    StudyColumn.Text("what breaks first")],
                [
                    ["1,347", "holds", "256.00", ""],
                    ["1,344", "fails in 2 of 20 runs", "255.40", "pods pending | 11 of web-031"],
                    .. Enumerable.Range(0, 30).Select(i => new[] { $"{1300 - i}", "fails", "250.00", "pods pending" }),
                ])
            {
                Note = "Each capacity was tried with the same seeds and the same troubles.",
                File = "runs.csv",
            },
            new StudyTable("Folded", [StudyColumn.Text("measure"), StudyColumn.Verdict("verdict")], [["a", "same"]]) { IsFolded = true },
        ],
        How = new StudyOrigin
        {
            Command = "simulator plan survive-a-zone.yaml --seeds 20",
            Seeds = "1 to 20",
            Version = "0.1.0",
            Flags = ["controller-manager: deleting-pods-qps 10"],
            Facts = [("runs", "41 in 38 s")],
            Method = ["The search halves the range; the boundary is checked again with all seeds.", "95 % sure: all of 20 seeds hold."],
            Files = [("runs.csv", "a row a run"), ("runs.jsonl", "the runs as they finished")],
        },
    };
}
