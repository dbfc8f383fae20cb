using Simulator.Api;
using Simulator.Scenarios.Files;
using Simulator.Tests.Scenarios;
using Simulator.World.Observations;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>kubectl taint, as each version knows it.</summary>
public sealed class TaintCases
{
    [Fact]
    public void Pods_that_do_not_tolerate_the_taint_are_put_out_and_it_may_stand_beside_another_of_its_key()
    {
        var (run, results) = Run("""
            - { at: 1m, taint: p-0001, taints: ["maintenance=now:NoExecute", "maintenance:NoSchedule"] }
            - { at: 2m, taint: p-0001, taints: ["maintenance=later:NoExecute"] }
            - { at: 3m, taint: p-0001, taints: ["maintenance:NoExecute-"] }
            - { at: 4m, taint: p-0001, taints: ["maintenance:NoExecute-"] }
            """);
        Assert.Equal(
            [
                "Ok", "error: node p-0001 already has maintenance taint(s) with same effect(s) and --overwrite is false", "Ok",
                "error: taint \"maintenance:NoExecute\" not found",
            ],
            results);
        Assert.DoesNotContain(run.Clusters[0].Store.List("Pod").Cast<Pod>(), pod => pod.NodeName == "p-0001");
        var node = run.Clusters[0].Store.Find<Node>("Node", new ObjectKey("", "p-0001"))!;
        Assert.Equal([new Taint("maintenance", "", "NoSchedule")], node.Spec.Taints.Value!);
        Assert.Empty(node.Metadata.Annotations);
    }

    [Theory]
    [InlineData("maintenance=now:NoExecute")]
    [InlineData("maintenance:NoSchedule")]
    [InlineData("maintenance:NoSchedule-")]
    public void The_first_version_does_not_know(string taint)
    {
        var file = Read($"- {{ at: 1m, taint: p-0001, taints: [\"{taint}\"] }}", "1.3.10");
        Assert.Contains($"kubectl of 1.3.10 does not know '{taint}'; allowed are", Assert.Single(file.Diagnostics.Errors).Message);
    }

    /// <summary>Only the value may be empty (parseTaints).</summary>
    [Fact]
    public void But_it_knows_a_value_that_is_empty() =>
        Assert.Empty(Read("- { at: 1m, taint: p-0001, taints: [\"maintenance=:NoSchedule\"] }", "1.3.10").Diagnostics.Errors);

    private static (ScenarioRun Run, List<string> Results) Run(string operations)
    {
        var file = Read(operations, "1.20.2");
        Assert.Empty(file.Diagnostics.Errors);
        var recorder = new Recorder();
        var run = new ScenarioRun(file.Scenario!, recorder);
        run.Start();
        run.Advance(TimeSpan.FromMinutes(10));
        return (run, recorder.Results);
    }

    private static ScenarioFile Read(string operations, string version)
    {
        using var folder = new ScratchFolder();
        return ScenarioReader.Read(folder.Write(
            "s.yaml", $"{ScenarioText.With($"11>     controlPlane: {{ version: {version} }}")}\noperations:\n{operations}"));
    }

    private sealed class Recorder : IObserver
    {
        public List<string> Results { get; } = [];

        public void Observe(in Observation observation)
        {
            if (observation.Kind == ObservationKind.OperationDone) Results.Add(observation.Other);
        }
    }
}
