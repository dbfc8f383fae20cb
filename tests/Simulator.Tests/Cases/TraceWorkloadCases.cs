using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Runs;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>A trace as a workload of a scenario, in a world in which things fail.</summary>
public sealed class TraceWorkloadCases
{
    /// <summary>Two come at 0 and 10 s and work for 60 s and for 5 min, the third has no end.</summary>
    private const string Pods = """
        name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,creation_time,deletion_time,scheduled_time
        Short_One,1000,1024,0,0,,u,Succeeded,100,160,100
        long,2000,1024,0,0,,u,Succeeded,110,410,110
        long,500,512,0,0,,u,Succeeded,112,712,112
        """;

    [Fact]
    public void Pods_come_work_and_end_when_the_trace_says()
    {
        using var folder = new ScratchFolder();
        var run = Run(folder, "at: 1m");
        Assert.Equal(
            ["default/short-one 60", "default/long 70", "default/long-4 72"],
            run.Of(ObservationKind.PodCreated).Select(fact => FormattableString.Invariant($"{fact.Subject} {fact.At.TotalSeconds:0}")));

        // Placed and started within two seconds, told within one.
        var ends = run.Of(ObservationKind.PodFinished).ToDictionary(fact => fact.Subject, fact => fact.At.TotalSeconds);
        Assert.InRange(ends["default/short-one"], 120, 124);
        Assert.InRange(ends["default/long"], 370, 374);
        Assert.InRange(ends["default/long-4"], 672, 676);
        Assert.All(run.Of(ObservationKind.PodFinished), fact => Assert.Equal("Succeeded", fact.Other));
    }

    /// <summary>Of 4 CPUs the pods ask for 3.5 at most, and for nothing once they have ended.</summary>
    [Fact]
    public void Who_has_ended_asks_for_nothing()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, Run(folder, "at: 1m").Summary.Measures["utilization.cpu.a.end"]);
    }

    [Theory]
    [InlineData("Pod", 0)]
    [InlineData("Job", 2)]
    public void Who_is_lost_with_its_node_stays_lost_and_a_job_makes_another(string kind, int finished)
    {
        using var folder = new ScratchFolder();
        var run = Run(folder, $"kind: {kind}", "outages: [{ at: 2m, kind: power-loss, zone: a, for: 20m }]", "duration: 50m", nodes: 1);
        var ends = run.Of(ObservationKind.PodFinished).Where(fact => fact.At > TimeSpan.FromMinutes(2)).ToList();
        Assert.Equal(finished, ends.Count(fact => fact.Other == "Succeeded"));
    }

    [Fact]
    public void What_does_not_end_serves_for_ever()
    {
        using var folder = new ScratchFolder();
        var run =
            Run(folder, "kind: Job", pods: Pods.Replace("412", "", StringComparison.Ordinal) + "\nforever,100,10,0,0,,u,Running,113,,113");
        Assert.Contains(run.Of(ObservationKind.PodReady), fact => fact.Subject == "default/forever");
        Assert.DoesNotContain(run.Of(ObservationKind.PodFinished), fact => fact.Subject == "default/forever");
    }

    [Theory]
    [InlineData("1.3.10", "alpha.kubernetes.io/nvidia-gpu: 2")]
    [InlineData("1.20.2", "extended: { nvidia.com/gpu: 2 }")]
    public void Graphics_processors_have_the_name_of_the_version(string version, string capacity)
    {
        using var folder = new ScratchFolder();
        var pods = Pods.Replace("1024,0,0", "1024,2,1000", StringComparison.Ordinal);
        var run = Run(
            folder, "", $"version: {version}", "duration: 20m", nodes: 1, capacity: $", {capacity}", pods: pods);
        Assert.Equal(3, run.Of(ObservationKind.PodBound).Count());
        var bound = run.Of(ObservationKind.PodBound).ToDictionary(fact => fact.Subject, fact => fact.At.TotalSeconds);
        Assert.True(bound["default/long"] > 59, "one has both processors until its end");
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(Run(folder, "at: 1m").Summary.Digest, Run(folder, "at: 1m").Summary.Digest);
    }

    [Theory]
    [InlineData("trace: pods.csv", "needs one of format (see simulator trace --formats) and columns")]
    [InlineData("trace: pods.csv, format: openb, columns: map.yaml", "needs one of format")]
    [InlineData("trace: nowhere.csv, format: openb", "there is no file '")]
    [InlineData("trace: pods.csv, format: opneb", "did you mean 'openb'?")]
    [InlineData("trace: pods.csv, format: swf", "pods.csv:2:1  the row has 1 cells; allowed are the 18 columns of the table")]
    [InlineData("trace: empty.csv, format: openb", "no pod comes of it")]
    [InlineData("trace: broken.csv, format: openb", "broken.csv:3:1  the CPU is -5 thousandths of a core, below zero")]
    [InlineData("trace: pods.csv, format: openb, at: 3h", "3h is not before the end of the run (2h)")]
    [InlineData("trace: pods.csv, format: openb, manifests: [x]", "stands beside")]
    [InlineData("generate: { count: 1, replicas: 1, cpu: 1, memory: 1Gi }, format: openb", "says something of a trace")]
    [InlineData("trace: pods.csv, format: openb, kind: Deployment", "allowed are Pod, Job")]
    public void What_is_wrong_is_said(string workload, string sentence)
    {
        using var folder = new ScratchFolder();
        folder.Write("broken.csv", Pods.Replace("long,2000", "long,-5", StringComparison.Ordinal));
        folder.Write("empty.csv", Pods.Split('\n')[0]);
        folder.Write("map.yaml", "format: mine\n");
        Write(folder, workload, "", "duration: 2h", 2, "", Pods);
        var answer = CommandLine.Run("validate", Path.Combine(folder.Path, "s.yaml"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(sentence, answer.Out + answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_node_can_take_and_where_it_cannot_go_is_told()
    {
        using var folder = new ScratchFolder();
        Write(
            folder, "trace: pods.csv, format: openb, namespace: batch", "", "duration: 2h", 2, "",
            Pods.Replace("2000", "9000", StringComparison.Ordinal));
        var answer = CommandLine.Run("validate", Path.Combine(folder.Path, "s.yaml"));
        Assert.Contains("in namespace 'batch', which nothing here creates", answer.Out + answer.Error, StringComparison.Ordinal);
        Assert.Contains("9", answer.Out + answer.Error, StringComparison.Ordinal);
    }

    /// <summary>Its files are input like others: a study that goes on has to know whether they are still the same.</summary>
    [Fact]
    public void A_folder_may_be_a_trace_and_studies_take_it()
    {
        using var folder = new ScratchFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "trace"));
        folder.Write("trace/part-1.csv", Pods);
        folder.Write("trace/README.md", "Pods.\n");
        var path = Write(folder, "trace: trace, format: openb", "", "duration: 20m", 2, "", Pods);
        var answer = CommandLine.Run("replicate", path, "--seeds", "2", "--out", Path.Combine(folder.Path, "out"), "--quiet");
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        var run = CaseRun.At(path);
        Assert.Equal(3, run.Of(ObservationKind.PodCreated).Count());
    }

    [Fact]
    public void An_export_says_that_it_has_no_pods_of_it()
    {
        using var folder = new ScratchFolder();
        var path = Write(folder, "trace: pods.csv, format: openb", "", "duration: 2h", 2, "", Pods);
        var answer = CommandLine.Run("export", "kwok", path, "-o", Path.Combine(folder.Path, "out"));
        Assert.Contains("pods of traces", answer.Out + answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_of_troubles_goes_without_it_and_says_so()
    {
        using var folder = new ScratchFolder();
        var path = Write(folder, "trace: pods.csv, format: openb", "", "duration: 2h", 2, "", Pods);
        var scenario = ScenarioReader.Read(path, MeasureNames.Instance).Scenario!;
        Assert.NotNull(Assert.Single(scenario.Clusters[0].Workloads).Arrivals);
        Assert.Empty(QuietScenario.Of(scenario).Clusters[0].Workloads);
        Assert.Contains(
            QuietScenario.LeftOut(scenario, hasRates: false), line => line.StartsWith(
                "pods of traces are left out", StringComparison.Ordinal));
    }

    private static CaseRun Run(
        ScratchFolder folder, string workload, string more = "", string duration = "duration: 20m", int nodes = 2, string capacity = "",
        string pods = Pods)
    {
        var beside = workload.Length == 0 ? "" : $", {workload}";
        return CaseRun.At(Write(folder, $"trace: pods.csv, format: openb{beside}", more, duration, nodes, capacity, pods));
    }

    private static string Write(
        ScratchFolder folder, string workload, string more, string duration, int nodes, string capacity, string pods)
    {
        folder.Write("pods.csv", pods);
        var version = more.StartsWith("version", StringComparison.Ordinal) ? $"    controlPlane: {{ {more} }}" : "";
        return folder.Write("s.yaml", $$"""
            scenario: traced
            {{duration}}
            clusters:
              - name: east
            {{version}}
                zones: [a]
                nodePools:
                  - { name: default, count: {{nodes}}, capacity: { cpu: 4, memory: 16Gi{{capacity}} } }
                workloads:
                  - { {{workload}} }
            {{(version.Length > 0 ? "" : more)}}
            """);
    }
}
