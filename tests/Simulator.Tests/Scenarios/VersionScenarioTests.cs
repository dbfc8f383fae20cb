using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.World.Invariants;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>One file under several versions of Kubernetes.</summary>
public sealed class VersionScenarioTests
{
    private const string Path = "clusters[*].controlPlane.version";

    [Theory]
    [InlineData("guestbook")]
    [InlineData("measured-zone-outage")]
    public void A_shipped_scenario_runs_under_a_later_version_and_always_the_same(string name)
    {
        var first = Run(name, "1.20.2");
        Assert.Equal(first, Run(name, "1.20.2"));
        Assert.NotEqual(first, Run(name, "1.3.10"));
    }

    [Fact]
    public void An_unknown_version_is_told_with_those_that_are_known()
    {
        var file = Read("guestbook", new Setting(Path, "1.21.0"));
        Assert.Null(file.Scenario);
        var error = Assert.Single(file.Diagnostics.Errors).ToString();
        Assert.Contains("1.3.10", error, StringComparison.Ordinal);
        Assert.Contains("1.20.2", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.20.2", "controller-manager.deleting-pods-qps", true)]
    [InlineData("1.3.10", "controller-manager.deleting-pods-qps", false)]
    public void A_flag_that_does_nothing_in_a_version_is_told(string version, string flag, bool isTold)
    {
        var file = Read(
            "guestbook", new Setting(Path, version), new Setting($"clusters[0].controlPlane.{flag}", "0.2"));
        Assert.Equal(isTold, file.Diagnostics.Omissions.Any(omission => omission.Field == flag));
    }

    /// <summary>Kinds and fields that 1.3 does not look at: who looks at them must be able to read them.</summary>
    [Theory]
    [InlineData("minAvailable: half", "2", "m.yaml:4:")]
    [InlineData("minAvailable: 1", "lots", "m.yaml:10:")]
    [InlineData("maxUnavailable: -1", "2", "m.yaml:4:")]
    [InlineData("maxUnavailable: 99999999999%", "99999999999%", "")]
    public void A_count_that_is_none_is_told_before_a_run(string budget, string daemons, string place)
    {
        using var folder = new ScratchFolder();
        folder.Write("m.yaml", $$"""
            apiVersion: policy/v1beta1
            kind: PodDisruptionBudget
            metadata: { name: b }
            spec: { selector: { matchLabels: { app: d } }, {{budget}} }
            ---
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: { name: d }
            spec:
              updateStrategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: {{daemons}} } }
              selector: { matchLabels: { app: d } }
              template:
                metadata: { labels: { app: d } }
                spec: { containers: [{ name: c, image: c }] }
            """);
        var file = folder.Write("s.yaml", """
            scenario: s
            duration: 1m
            clusters:
              - name: c
                region: us-east1
                zones: [us-east1-b]
                nodePools: [{ name: p, machineType: n1-standard-1, count: 2 }]
                controlPlane: { version: 1.20.2 }
                workloads: [{ manifests: [m.yaml] }]
            """);
        var answer = CommandLine.Run("run", file, "--out", Path.Combine(folder.Path, "out"));
        if (place.Length == 0) Assert.Equal(ExitCode.Done, answer.ExitCode);
        else
        {
            Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
            Assert.Contains(place, answer.Error, StringComparison.Ordinal);
        }
    }

    private static string Run(string name, string version)
    {
        var scenario = Read(name, new Setting(Path, version)).Scenario!;
        var invariants = new InvariantSuite();
        var run = new ScenarioRun(scenario, invariants);
        invariants.Follow(run);
        run.Start();
        run.Advance(scenario.Duration);
        Assert.Empty(invariants.Broken);
        return run.Digest;
    }

    private static ScenarioFile Read(string name, params Setting[] settings) => ScenarioReader.Read(
        System.IO.Path.Combine(Repository.Folder("scenarios"), $"{name}.yaml"), settings: settings);
}
