using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>What is written for other programs: manifests for KWOK, time series for Prometheus.</summary>
public sealed partial class ExportCases : IDisposable
{
    private const string Shop = """
        scenario: shop
        duration: 5m
        clusters:
          - name: east
            zones: [zone-a, zone-b]
            region: r1
            nodePools:
              - { name: node, machineType: n1-standard-2, count: 3 }
              - name: gpu
                count: 1
                capacity: { cpu: 8, memory: 32Gi, extended: { alibabacloud.com/gpu-count: 2 } }
                taints: [{ key: gpu, value: only, effect: NoSchedule }]
            workloads:
              - { generate: { kind: Deployment, namePrefix: web, count: 2, replicas: 3, cpu: 100m, memory: 64Mi, namespace: shop } }
              - { generate: { kind: PetSet, namePrefix: db, count: 1, replicas: 2, cpu: 100m, memory: 64Mi } }
              - { generate: { kind: Job, namePrefix: batch, count: 1, replicas: 2, cpu: 100m, memory: 64Mi } }
              - { at: 90s, manifests: [own.yaml] }
        outages: [{ at: 1m, kind: power-loss, zone: zone-a, for: 1m }]
        """;

    private const string Own = """
        # mine, as it is
        apiVersion: v1
        kind: Pod
        metadata: { name: own }
        spec: { containers: [{ name: c, image: i }] }
        """;

    private readonly ScratchFolder _folder = new();
    private readonly string _shop;

    public ExportCases()
    {
        _folder.Write("own.yaml", Own);
        _shop = _folder.Write("shop.yaml", Shop);
    }

    private string Out => Path.Combine(_folder.Path, "out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nodes_and_workloads_become_manifests()
    {
        var answer = CommandLine.Run("export", "kwok", _shop, "-o", Out);
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Equal("not among the manifests: what goes wrong (outages, random)\n", answer.Error);
        string[] files =
        [
            "nodes.yaml", "workloads/at-0s/01-generated.yaml", "workloads/at-0s/02-generated.yaml", "workloads/at-0s/03-generated.yaml",
            "workloads/at-90s/04-own.yaml",
        ];
        Assert.Equal(files, Directory.GetFiles(Path.Combine(Out, "east"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Out, "east"), file)).Order(StringComparer.Ordinal));
        Assert.Equal(Own, Read("workloads/at-90s/04-own.yaml"));

        // Whoever reads manifests strictly has nothing against them.
        var validated = CommandLine.Run("validate", Path.Combine(Out, "east", "workloads"));
        Assert.Equal((ExitCode.Done, "4 files are valid\n"), (validated.ExitCode, validated.Out));
    }

    [Fact]
    public void A_node_says_whose_it_is_where_it_stands_and_what_it_has()
    {
        CommandLine.Run("export", "kwok", _shop, "-o", Out);
        var nodes = Read("nodes.yaml").Split("---\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, nodes.Length);
        var gpu = Assert.Single(nodes, node => node.Contains("name: gpu-0001", StringComparison.Ordinal));
        foreach (var line in (string[])[
            "kwok.x-k8s.io/node: fake", "type: kwok", "failure-domain.beta.kubernetes.io/zone: zone-a",
            "topology.kubernetes.io/zone: zone-a",
            "topology.kubernetes.io/region: r1", "kubernetes.io/hostname: gpu-0001", "alibabacloud.com/gpu-count: \"2\"",
            "memory: \"32Gi\"",
            "- key: gpu", "effect: NoSchedule", "value: only", "phase: Running"])
        {
            Assert.Contains(line, gpu.Replace('\'', '"'), StringComparison.Ordinal);
        }
        Assert.DoesNotContain(nodes, node => node.Contains("key: kwok", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_taint_comes_if_asked_for()
    {
        CommandLine.Run("export", "kwok", _shop, "-o", Out, "--taint");
        Assert.Equal(4, Regex.Count(Read("nodes.yaml"), "- key: kwok.x-k8s.io/node"));
    }

    [Fact]
    public void Values_are_set_before()
    {
        CommandLine.Run("export", "kwok", _shop, "-o", Out, "--set", "clusters[0].nodePools[0].count=7");
        Assert.Equal(8, Regex.Count(Read("nodes.yaml"), "kind: Node"));
    }

    [Fact]
    public void A_scenario_that_is_wrong_is_told_and_nothing_written()
    {
        var answer =
            CommandLine.Run("export", "kwok", _folder.Write("bad.yaml", Shop.Replace("5m", "5", StringComparison.Ordinal)), "-o", Out);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("bad.yaml:2:11", answer.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }

    /// <summary>The rules that promtool holds a file to (OpenMetrics 1.0, "Text Format").</summary>
    [Fact]
    public void Time_series_keep_to_the_grammar()
    {
        var text = Metrics("--start", "2026-01-01T00:00:00Z");
        Assert.EndsWith("\n# EOF\n", text, StringComparison.Ordinal);
        var (family, type, seen) = ("", "", new HashSet<string>(StringComparer.Ordinal));
        var times = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n')[..^2])
        {
            if (Metadata().Match(line) is { Success: true } told)
            {
                if (told.Groups[1].Value == "TYPE")
                {
                    (family, type) = (told.Groups[2].Value, told.Groups[3].Value);
                    Assert.True(seen.Add(family), $"{family} comes twice");
                    Assert.True(type is "gauge" or "counter", line);
                    Assert.False(family.EndsWith("_total", StringComparison.Ordinal), line);
                }
                Assert.Equal(family, told.Groups[2].Value);
                if (told.Groups[1].Value == "UNIT") Assert.EndsWith($"_{told.Groups[3].Value}", family, StringComparison.Ordinal);
                continue;
            }

            var sample = Sample().Match(line);
            Assert.True(sample.Success, line);
            Assert.Equal(type == "counter" ? $"{family}_total" : family, sample.Groups[1].Value);
            var at = decimal.Parse(sample.Groups[4].Value, CultureInfo.InvariantCulture);
            var key = sample.Groups[1].Value + sample.Groups[2].Value;
            Assert.True(!times.TryGetValue(key, out var before) || before < at, $"{line}: after {before}");
            times[key] = at;
        }

        Assert.Contains("simulator_nodes_marked", seen);
        Assert.Contains("simulator_zone_cpu_requested_ratio", seen);
        Assert.Equal(1767225600m, times.Values.Min(at => Math.Min(at, 1767225600m)));
        Assert.Equal(1767225900m, times.Values.Max());
    }

    [Fact]
    public void Samples_say_what_the_table_says()
    {
        var text = Metrics();
        var table = File.ReadLines(Path.Combine(Out, "timeseries.csv")).Select(line => line.Split(',')).ToList();
        var (ready, zone) = (Array.IndexOf(table[0], "ready"), Array.IndexOf(table[0], "pods_zone-b"));
        var row = table[^1];
        Assert.Contains(
            $"simulator_replicas_ready{{scenario=\"shop\",seed=\"1\"}} {row[ready]} {row[0]}\n", text, StringComparison.Ordinal);
        Assert.Contains(
            $"simulator_zone_pods{{scenario=\"shop\",seed=\"1\",zone=\"zone-b\"}} {row[zone]} {row[0]}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time_s,ready\n0,1\n0,2\n", "row 3: the time 0 does not come after that of the row before")]
    [InlineData("time_s,ready\n0,1,2\n", "row 2: found 3 cells; allowed are 2")]
    [InlineData("time_s,ready\n0,much\n", "row 2: 'much' is no number")]
    [InlineData("ready\n1\n", "row 1: its first column is not time_s")]
    [InlineData("", "the file is empty")]
    public void A_table_that_is_wrong_is_told(string table, string sentence)
    {
        Run();
        File.WriteAllText(Path.Combine(Out, "timeseries.csv"), table);
        var answer = CommandLine.Run("export", "openmetrics", Out, "-o", Path.Combine(_folder.Path, "m.txt"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "m.txt")));
    }

    [Fact]
    public void What_is_no_results_folder_is_told()
    {
        var answer = CommandLine.Run("export", "openmetrics", _folder.Path, "-o", Path.Combine(_folder.Path, "m.txt"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("it is no results folder of a run", answer.Error, StringComparison.Ordinal);
        Run();
        var wrong = CommandLine.Run("export", "openmetrics", Out, "-o", Path.Combine(_folder.Path, "m.txt"), "--start", "yesterday");
        Assert.Equal(ExitCode.WrongInput, wrong.ExitCode);
        Assert.Contains("--start yesterday", wrong.Error, StringComparison.Ordinal);
    }

    private void Run() => Assert.Equal(ExitCode.Done, CommandLine.Run("run", _shop, "--out", Out, "--quiet").ExitCode);

    private string Metrics(params string[] more)
    {
        Run();
        var file = Path.Combine(_folder.Path, "metrics.txt");
        var answer = CommandLine.Run(["export", "openmetrics", Out, "-o", file, .. more]);
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
        return File.ReadAllText(file);
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(Out, "east", file));

    [GeneratedRegex(@"^# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$")]
    private static partial Regex Metadata();

    private const string Label = @"[a-zA-Z_][a-zA-Z0-9_]*=""(?:[^""\\\n]|\\[\\""n])*""";

    [GeneratedRegex(
        "^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{" + Label + "(?:," + Label + ")*\\}) (-?[0-9.]+(?:[eE][-+]?[0-9]+)?) ([0-9]+(?:\\.[0-9]+)?)$")]
    private static partial Regex Sample();
}
