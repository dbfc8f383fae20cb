using Simulator.Reports.Html.Studies;
using Simulator.Reports.RunSets;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.Studies.Farm;
using Simulator.World.Specification;

namespace Simulator.Studies.Results;

/// <summary>What is said of a study beside what its runs came to.</summary>
public sealed record StudyFacts
{
    /// <summary>The name of the study, or of its scenario.</summary>
    public required string Name { get; init; }

    /// <summary>The scenario in one line.</summary>
    public required string About { get; init; }

    /// <summary>Command, version and flags, as in runs.jsonl.</summary>
    public required RunSetHeader Header { get; init; }

    /// <summary>Of the scenario, and of the study itself.</summary>
    public required IReadOnlyList<Expectation> Expectations { get; init; }

    /// <summary>Measures that were asked for; empty: none by name.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>The first one.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Of the intervals: 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary><c>95 %</c></summary>
    public string ConfidenceText => HumanNumber.Percent(Confidence);

    /// <param name="count">Seeds.</param>
    /// <param name="runs">All runs.</param>
    public StudyOrigin Origin(int count, int runs, IReadOnlyList<string> method) => new()
    {
        Command = Header.Command,
        Seeds = RunTask.SeedsText(Seed, count),
        Version = Header.Version,
        Kubernetes = Header.Kubernetes,
        Flags = [.. Header.Flags, .. Header.Settings.Select(setting => $"--set {setting}")],
        Facts = [("runs", HumanNumber.Count(runs))],
        Method =
        [
            $"The intervals hold the mean over all seeds in {ConfidenceText} of cases: Student's t for shares, counts and sums, the "
                + "bootstrap "
                + "for percentiles, maxima and times of recovery if there are 10 runs or more.",
            "An expectation is met if it is met in every run.",
            .. method,
        ],
        Files =
        [
            (RunsTable.FileName, "a row for each run: axes, seed, digest, measures"),
            (SummaryJson.FileName, "what is told here, for machines"),
            (RunSetFile.Name, "the finished runs; the same command goes on from there"),
        ],
    };
}
