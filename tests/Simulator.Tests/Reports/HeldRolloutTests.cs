using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Generators;
using Simulator.World.Explanation.Endings;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>
/// World 992007409, under 1.20.2: pods of a Deployment that recreates were evicted for want of memory; from then on no change of its
/// template goes through.
/// </summary>
public sealed class HeldRolloutTests
{
    [Fact]
    public void A_rollout_that_finished_pods_hold_up_names_them()
    {
        var scenario = SwarmWorld.Draw(992007409);
        var recorder = new RunRecorder(scenario);
        var run = new ScenarioRun(scenario, recorder);
        run.Start();
        while (run.Advance(scenario.Duration))
        {
        }

        var summary = Summary.From(recorder, new RunFacts { Digest = run.Digest, Version = "", Ending = RunEnding.Of(run) });
        var finding = Assert.Single(summary.Findings, finding => finding.Kind == "rollout-stuck");
        Assert.EndsWith(
            "0 of 4 pods are of the new version; its controller waits until its 5 finished pods (w4-56c88fff4-0qe2d, ...) are deleted, a "
                + "defect of this version.",
            finding.Sentence, StringComparison.Ordinal);
    }
}
