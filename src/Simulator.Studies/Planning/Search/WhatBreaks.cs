using Simulator.Reports.Findings;
using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Simulator.World.Explanation.Endings;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Studies.Planning.Search;

/// <summary>Runs once more what missed an objective, with everything that a run can tell, and says why.</summary>
public static class WhatBreaks
{
    /// <summary>Which findings tell of which measures; the dearest tells of the others.</summary>
    private static readonly (string Measure, string[] Findings)[] Kinds =
    [
        ("pods.", ["replicas-missing", "pods-alone", "pods-failed"]),
        ("recovery.", ["replicas-missing", "pods-alone", "outage"]),
        ("availability.users", ["requests-failed", "users-unserved"]),
        ("availability.", ["replicas-missing", "outage"]),
        ("requests.", ["requests-failed", "requests-waiting"]),
        ("users.", ["users-unserved", "requests-failed"]),
        ("state.", ["data"]),
    ];

    /// <summary>The finding that tells of the first objective that is missed; "" if none does.</summary>
    /// <param name="scenario">With the seed and the outages of the run.</param>
    public static string In(Scenario scenario, Judgement miss)
    {
        var recorder = new RunRecorder(scenario);
        var run = new ScenarioRun(scenario, recorder);
        run.Start();
        run.Advance(scenario.Duration);
        var summary = Summary.From(recorder, new RunFacts { Digest = run.Digest, Version = "", Ending = RunEnding.Of(run) });
        var measure = miss.Rows.First(row => !row.Met).Measure;
        return (Of(measure, summary.Findings) ?? summary.Findings.FirstOrDefault())?.Sentence ?? "";
    }

    private static Finding? Of(string measure, IReadOnlyList<Finding> findings) => Kinds
        .Where(kind => measure.StartsWith(kind.Measure, StringComparison.Ordinal))
        .SelectMany(kind => kind.Findings)
        .Select(name => findings.FirstOrDefault(finding => finding.Kind == name))
        .FirstOrDefault(finding => finding is not null);
}
