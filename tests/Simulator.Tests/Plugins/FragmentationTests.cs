using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Plugins;

/// <summary>The plug-in of scenarios/plugins/fgd: its formulas on numbers made by hand, and its scenario.</summary>
public sealed class FragmentationTests
{
    private const long Gi = 1L << 30;

    private static readonly string Library = Path.Combine(AppContext.BaseDirectory, "fgd.dll");

    private static readonly Assembly Plugin = Assembly.LoadFrom(Library);

    private static string Example => Path.Combine(Repository.Folder("scenarios"), "plugins", "fgd");

    /// <summary>
    /// A node with 8 free cores, 64 GiB and cards of which 1000, 500 and 200 thousandths are left, against one task: what of these 1,700 it
    /// cannot use.
    /// </summary>
    [Theory]
    [InlineData("4 16Gi 1 300", 200)]
    [InlineData("4 16Gi 1 600", 700)]
    [InlineData("4 16Gi 1 1000", 700)]
    [InlineData("4 16Gi 2 1000", 1700)]
    [InlineData("9 16Gi 1 100", 1700)]
    [InlineData("4 65Gi 1 100", 1700)]
    [InlineData("4 16Gi 0 0", 1700)]
    [InlineData("4 16Gi 1 300 T4|P100", 200)]
    [InlineData("4 16Gi 1 300 A10", 1700)]
    public void What_a_task_cannot_use_is_a_fragment(string task, double fragments) =>
        Assert.Equal(fragments, Fragments($"1 {task}", 8, 1000, 500, 200), 9);

    /// <summary>Three of four tasks are the first, one the second.</summary>
    [Fact]
    public void A_workload_is_a_mean_over_its_tasks() =>
        Assert.Equal(((3 * 200) + (1 * 700)) / 4.0, Fragments("30 4 16Gi 1 300; 10 4 16Gi 1 600", 8, 1000, 500, 200), 9);

    [Theory]
    [InlineData("", "the setting 'workload' has no task")]
    [InlineData("1 4 16Gi 1", "the task '1 4 16Gi 1' is not written as: share cpu memory gpus milli [models]")]
    [InlineData("0 4 16Gi 1 500", "is not written as")]
    [InlineData("1 4 16Gi 1 1500", "is not written as")]
    public void A_workload_that_cannot_be_read_is_told(string workload, string sentence)
    {
        var wrong = Assert.Throws<TargetInvocationException>(() => Parse(workload)).InnerException;
        Assert.Contains(sentence, Assert.IsType<ArgumentException>(wrong).Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// Two nodes of two cards, each with a whole target workload of one half x (600 of a card) and one half y (two whole cards). By hand,
    /// F(M) = F(x) / 2 + F(y) / 2 of what is left after each step; what is left where a task has no room is a fragment as a whole.
    /// <code>
    /// left        F(x)  F(y)  F(M)
    /// 1000 1000      0     0     0   an empty node
    ///  400 1000    400  1400   900   with 600 on a card: +900, on either node
    ///    0 1000      0  1000   500   then 400: on the same card 500 - 900 = -400,
    ///  400  600    400  1000   700   on the other card 700 - 900 = -200,
    ///  600 1000      0  1600   800   on the empty node +800
    ///    0  400    400   400   400   then 600: 400 - 500 = -100, on the empty node +900
    ///    0    0      0     0     0   then 400: 0 - 400 = -400, on the empty node +800
    /// </code>
    /// So all four lie on one node, and a task of two whole cards finds the other.
    /// </summary>
    [Theory]
    [InlineData(0, 1000, 1000)]
    [InlineData(900, 400, 1000)]
    [InlineData(500, 0, 1000)]
    [InlineData(700, 400, 600)]
    [InlineData(800, 600, 1000)]
    [InlineData(400, 0, 400)]
    [InlineData(0, 0, 0)]
    public void Fragments_of_the_small_case_are_those_counted_by_hand(double fragments, long first, long second) =>
        Assert.Equal(fragments, Fragments(Halves, 96, first, second), 9);

    [Fact]
    public void The_small_case_goes_as_counted_by_hand()
    {
        using var folder = new ScratchFolder();
        folder.Write("policy.json", $$"""
            {"kind": "Policy", "apiVersion": "v1",
             "predicates": [{"name": "FragmentationGradient", "argument": { "settings": { "workload": "{{Halves}}" } } }],
             "priorities": [{"name": "FragmentationGradient", "weight": 1}]}
            """);
        (string Name, int Gpus, int Milli)[] tasks = [("a", 1, 600), ("b", 1, 400), ("c", 1, 600), ("d", 1, 400), ("e", 2, 1000)];
        foreach (var (name, gpus, milli) in tasks)
        {
            folder.Write($"{name}.yaml", $$"""
                apiVersion: v1
                kind: Pod
                metadata: { name: {{name}} }
                spec:
                  containers:
                    - name: main
                      image: main
                      resources:
                        requests: { cpu: 1, memory: 1Gi, alibabacloud.com/gpu-count: {{gpus}}, alibabacloud.com/gpu-milli: {{milli}} }
                """);
        }

        var workloads = string.Join(", ", tasks.Select((task, i) => $"{{ at: {10 * i}s, manifests: [{task.Name}.yaml] }}"));
        var scenario = folder.Write("two.yaml", $$"""
            scenario: two
            duration: 5m
            clusters:
              - name: lab
                zones: [a]
                start: empty
                controlPlane: { scheduler: { policy-config-file: policy.json } }
                nodePools:
                  - name: gpu
                    count: 2
                    capacity: { cpu: 96, memory: 384Gi, extended: { alibabacloud.com/gpu-count: 2, alibabacloud.com/gpu-milli: 2000 } }
                workloads: [{{workloads}}]
            """);
        var results = Path.Combine(folder.Path, "out");
        var answer = CommandLine.Run("run", scenario, "--plugin", Library, "--out", results);
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        var events = Path.Combine(results, "events.csv");
        Assert.Equal((1, 2), (NodesOf(events, "/a", "/b", "/c", "/d"), NodesOf(events, "/a", "/e")));
    }

    private const string Halves = "1 1 1Gi 1 600; 1 1 1Gi 2 1000";

    /// <summary>
    /// Shares of cards leave whole nodes free for the trainings, which spreading does not: with each on four of eight nodes nothing waits.
    /// </summary>
    [Theory]
    [InlineData("1.3.10", "policy-config-file=policy-fgd.json", 0, 4)]
    [InlineData("1.3.10", "policy-config-file=policy-spread.json", 4, 8)]
    [InlineData("1.20.2", "config=profile-fgd.yaml", 0, 4)]
    public void It_keeps_whole_cards_together(string version, string file, double waiting, int nodesOfShares)
    {
        using var folder = new ScratchFolder();
        var results = Path.Combine(folder.Path, "out");
        var answer = CommandLine.Run(
            "run", Path.Combine(Example, "gpu-shares.yaml"), "--plugin", Library, "--out", results,
            "--kubernetes", version, "--set", $"clusters[0].controlPlane.scheduler.{file}");
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(results, "summary.json"))).RootElement;
        Assert.Equal(waiting, summary.GetProperty("measures").GetProperty("pods.pendingAtEnd").GetDouble());
        Assert.Equal(nodesOfShares, NodesOf(Path.Combine(results, "events.csv"), "notebook", "inference"));
    }

    private static int NodesOf(string events, params string[] workloads) => File.ReadLines(events)
        .Select(line => line.Split(','))
        .Where(cells => cells[2] == "PodBound" && workloads.Any(name => cells[3].Contains(name, StringComparison.Ordinal)))
        .Select(cells => cells[4]).Distinct().Count();

    private static double Fragments(string workload, int cores, params long[] cards)
    {
        var room = Activator.CreateInstance(Type("NodeRoom"), "T4", cores * 1000L, 64 * Gi, cards)!;
        var value = Type("TargetWorkload").GetMethod("FragmentsOf")!.Invoke(Parse(workload), [room])!;
        return Convert.ToDouble(value, CultureInfo.InvariantCulture);
    }

    private static object Parse(string workload) => Type("TargetWorkload").GetMethod("Parse")!.Invoke(null, [workload])!;

    private static Type Type(string name) => Plugin.GetType($"Fgd.{name}", throwOnError: true)!;
}
