using Simulator.Cli.Output;
using Simulator.Tests.Cases.Importing;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>What metrics servers tell of pods, and imports under another version.</summary>
public sealed class UsageListCases
{
    private const string Pods = """
        {"kind":"PodMetricsList","apiVersion":"metrics.k8s.io/v1beta1","items":[{"metadata":{"name":"dice","namespace":"default"},
        "timestamp":"2021-09-26T11:57:21Z","window":"30s","containers":[{"name":"a","usage":{"cpu":"214650124n","memory":"801480Ki"}},
        {"name":"b","usage":{"cpu":"10","memory":"1Ki"}}]}]}
        """;

    private const string Heapster = """
        [{"metrics":{"cpu/usage":[{"start":"2017-11-01T00:00:00Z","end":"2017-11-01T00:01:40Z","value":50000000000}],
        "memory/usage":[{"start":"2017-11-01T00:01:40Z","end":"2017-11-01T00:01:40Z","value":4096}]},
        "labels":{"type":"pod","pod_name":"web-1","namespace_name":"shop"}},
        {"metrics":{},"labels":{"type":"node","nodename":"n"}}]
        """;

    [Theory]
    [InlineData(Pods, "cpu", "{ namespace: default, labels: { app: dice }, load: { cpuDemand: [{ at: 0s, cpu: 10215m }] } }")]
    [InlineData(Pods, "memory", "{ namespace: default, labels: { app: dice }, memory: 820716544 }")]
    [InlineData(Heapster, "cpu", "{ namespace: shop, labels: { app: web-1 }, load: { cpuDemand: [{ at: 0s, cpu: 500m }] } }")]
    [InlineData(Heapster, "memory", "{ namespace: shop, labels: { app: web-1 }, memory: 4096 }")]
    public void Lists_of_usage_become_keys_of_applications(string text, string kind, string expected)
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("usage.json", text);
        var answer = CommandLine.Run("import", "load", file, "--as", kind, "-o", Path.Combine(folder.Path, "out"));
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        Assert.Contains(expected, folder.Read("out/applications.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_usage_is_no_rate_of_requests()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("import", "load", folder.Write("usage.json", Pods), "-o", Path.Combine(folder.Path, "out"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("allowed with --as cpu or --as memory", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fitness_goes_by_the_version_that_is_asked_for()
    {
        using var folder = new ScratchFolder();
        var target = Path.Combine(folder.Path, "mine");
        var answer = CommandLine.Run("import", "cluster", HandmadeDump.Folder, "-o", target, "--kubernetes", "1.20.2");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Contains("scheduler of 1.20.2 accepts for them", answer.Out, StringComparison.Ordinal);
        Assert.Contains("controlPlane: { version: 1.20.2 }", folder.Read("mine/scenario.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_taint_that_evicts_stays_one()
    {
        using var folder = new ScratchFolder();
        var dump = HandmadeDump.List(HandmadeDump.Nodes(), HandmadeDump.Owners(), HandmadeDump.Pods()).ToJsonString()
            .Replace("\"effect\":\"NoSchedule\"", "\"effect\":\"NoExecute\"", StringComparison.Ordinal);
        var answer = CommandLine.Run("import", "cluster", folder.Write("dump.json", dump), "-o", Path.Combine(folder.Path, "mine"));
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        Assert.Contains("effect: NoExecute", folder.Read("mine/scenario.yaml"), StringComparison.Ordinal);
    }
}
