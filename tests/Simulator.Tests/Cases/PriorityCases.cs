using System.Text.Json;
using System.Text.RegularExpressions;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Classes of priority, preemption and what <c>explain</c> says of them, as a user meets them.</summary>
public sealed class PriorityCases
{
    private const string Low = """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: { name: high }
        value: 1000
        ---
        apiVersion: policy/v1beta1
        kind: PodDisruptionBudget
        metadata: { name: low }
        spec: { minAvailable: 4, selector: { matchLabels: { app: low } } }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: low }
        spec:
          replicas: 4
          selector: { matchLabels: { app: low } }
          template:
            metadata: { labels: { app: low } }
            spec: { containers: [{ name: c, image: a, resources: { requests: { cpu: 1500m } } }] }
        """;

    private const string Scenario = """
        scenario: s
        duration: 4m
        clusters:
          - name: c
            zones: [a, b]
            nodePools:
              - { name: n, count: 2, capacity: { cpu: 4, memory: 8Gi } }
              - { name: t, count: 1, capacity: { cpu: 4, memory: 8Gi }, taints: [{ key: k, value: v, effect: NoSchedule }] }
            controlPlane: { version: VERSION }
            workloads:
              - { manifests: [low.yaml] }
              - { manifests: [late.yaml], at: 2m }
        """;

    [Fact]
    public void A_pod_that_others_had_to_go_for_is_explained_with_victims_budgets_filters_and_nomination()
    {
        using var folder = Folder("1.20.2", Pod("vip", "high", "2"));
        var answer = CommandLine.Run("explain", Path(folder), "pod", "vip");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        var said = Squeezed(answer.Out);
        Assert.Contains("why n-0001: decided at 0:02:0", said);
        Assert.Contains("try 2, priority 1000 (class high); room was kept for it on n-0001", said);
        Assert.Contains("1 NodeResourcesFit Insufficient cpu (such as n-0002) wants 2000m, the most that a node has free is 1000m", said);
        Assert.Contains("1 TaintToleration node(s) had taint {k: v}, that the pod didn't tolerate (such as t-0001)", said);
        Assert.Matches(@"room made at 0:02:00: on n-0001 default/low-\S+ \(priority 0\) goes; it is nominated to that node", said);
        Assert.Contains("budget default/low allowed 0 disruptions, 1 of its pods goes: it is broken", said);
        Assert.Contains("0:02:00 nominated to n-0001, where others have to go", said);
        Assert.DoesNotContain("BUG", said);
        var victim = Regex.Match(said, @"default/(low-\S+) \(priority").Groups[1].Value;
        Assert.Contains(
            "0:02:00 preempted: it makes room for default/vip on n-0001",
            Squeezed(CommandLine.Run("explain", Path(folder), "pod", victim).Out));
    }

    [Fact]
    public void Scores_of_the_best_nodes_stand_by_plug_in_with_weights()
    {
        using var folder = Folder("1.20.2", Pod("small", "high", "100m"));
        var said = CommandLine.Run("explain", Path(folder), "pod", "small").Out;
        Assert.Contains("NodePreferAvoidPods x10000", said);
        Assert.Contains("PodTopologySpread x2", said);
        Assert.Contains("<- chosen", said);
        Assert.Contains("2 nodes tie; the dice chose among them", said);
        var chosen = Regex.Match(said, @"(\S+) .*<- chosen").Groups[1].Value;
        Assert.Contains($"Running on {chosen} ", said);
    }

    [Theory]
    [InlineData("high", "20", "nobody goes: it fits on no node even without all pods of lower priority there")]
    [InlineData("polite", "2", "nobody goes: its preemptionPolicy is Never")]
    [InlineData("", "2", "nobody goes: no pod has a lower priority")]
    public void Why_nobody_goes_is_told_with_the_back_off(string name, string cpu, string why)
    {
        using var folder = Folder("1.20.2", $"{Class("polite", 500)}\npreemptionPolicy: Never\n---\n{Pod("vip", name, cpu)}\n");
        var said = Squeezed(CommandLine.Run("explain", Path(folder), "pod", "vip").Out);
        Assert.Contains("0 of 3 nodes fit (last try at", said);
        Assert.Contains("it backs off for ", said);
        Assert.Contains(why, said);
    }

    [Fact]
    public void Json_holds_the_same_facts()
    {
        using var folder = Folder("1.20.2", Pod("vip", "high", "2"));
        using var document = JsonDocument.Parse(CommandLine.Run("explain", Path(folder), "pod", "vip", "--json").Out);
        var room = document.RootElement.GetProperty("roomMade");
        Assert.Equal("n-0001", room.GetProperty("node").GetString());
        Assert.Equal("default/low", room.GetProperty("budgets")[0].GetProperty("budget").GetString());
        Assert.Equal("high", document.RootElement.GetProperty("decision").GetProperty("pass").GetProperty("priorityClass").GetString());
    }

    [Theory]
    [InlineData("priorityClassName: nobody", "", "no PriorityClass with name nobody was found")]
    [InlineData(
        "priority: 7", "",
        "the integer value of priority (7) must not be provided in pod spec; priority admission controller computed 0 from the given "
            + "PriorityClass name")]
    [InlineData(
        "priorityClassName: high, preemptionPolicy: Never", "",
        "the string value of PreemptionPolicy (Never) must not be provided in pod spec; priority admission controller computed "
            + "PreemptLowerPriority from the given PriorityClass name")]
    [InlineData("priorityClassName: system-node-critical, priority: 2000001000", "", null)]
    [InlineData("priorityClassName: high, priority: 1000", "", null)]
    [InlineData("priority: 42", "globalDefault: true", null)]
    public void The_API_server_refuses_what_does_not_agree_with_a_class(string fields, string ofDefault, string? why)
    {
        var late = $"{Class("usual", 42)}\n{ofDefault}\n---\n{Pod("p", "", "100m", fields)}\n";
        using var folder = Folder("1.20.2", late);
        var told = CommandLine.Run("validate", Path(folder)).Error;
        var run = CommandLine.Run("run", Path(folder), "--quiet", "--out", System.IO.Path.Combine(folder.Path, "out")).Out;
        if (why is null)
        {
            Assert.DoesNotContain("refuse", told);
            Assert.DoesNotContain("refused", run);
            return;
        }

        Assert.Contains($"the API server refuses its pods: {why}", told);
        Assert.Contains($"pods \"p\" is forbidden: {why}", Squeezed(run));
    }

    [Fact]
    public void One_class_is_the_default()
    {
        using var folder = Folder(
            "1.20.2", $"{Class("first", 1)}\nglobalDefault: true\n---\n{Class("second", 2)}\nglobalDefault: true\n");
        var run = CommandLine.Run("run", Path(folder), "--quiet", "--out", System.IO.Path.Combine(folder.Path, "out")).Out;
        Assert.Contains("PriorityClass first is already marked as default. Only one default can exist", Squeezed(run));
    }

    [Theory]
    [InlineData("name: system-mine", 1, "priority class names with 'system-' prefix are reserved for system use only")]
    [InlineData("name: mine", 1_000_000_001, "maximum allowed value of a user defined priority is 1000000000")]
    public void A_class_that_is_none_is_refused_before_the_run(string name, int value, string why)
    {
        using var folder = Folder("1.20.2", $"{Class("x", value).Replace("name: x", name, StringComparison.Ordinal)}\n");
        var answer = CommandLine.Run("validate", Path(folder));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(why, answer.Error + answer.Out);
    }

    [Fact]
    public void A_budget_that_matches_no_pod_is_a_remark()
    {
        const string Budget = """
            apiVersion: policy/v1beta1
            kind: PodDisruptionBudget
            metadata: { name: b }
            spec: { maxUnavailable: 1, selector: { matchLabels: { app: lwo } } }
            """;
        using var folder = Folder("1.20.2", Budget);
        Assert.Contains(
            "the selector of b matches no pod of the scenario: no eviction is held up by it; pods have app=low",
            CommandLine.Run("validate", Path(folder)).Error);
    }

    [Fact]
    public void What_1_3_makes_of_it_is_told()
    {
        using var folder = Folder("1.3.10", Pod("vip", "high", "2"));
        var told = CommandLine.Run("validate", Path(folder)).Error;
        Assert.Contains("PriorityClass (1 PriorityClass): 1.3 has no priorities", told);
        Assert.Contains("Pod spec.priorityClassName (1 Pod): 1.3 has no priorities", told);
        Assert.DoesNotContain("refuses its pods", told);
    }

    private static ScratchFolder Folder(string version, string late)
    {
        var folder = new ScratchFolder();
        folder.Write("low.yaml", Low);
        folder.Write("late.yaml", late);
        folder.Write("s.yaml", Scenario.Replace("VERSION", version, StringComparison.Ordinal));
        return folder;
    }

    private static string Path(ScratchFolder folder) => System.IO.Path.Combine(folder.Path, "s.yaml");

    private static string Pod(string name, string className, string cpu, string fields = "")
    {
        var named = className.Length > 0 ? $"priorityClassName: {className}, " : "";
        var more = fields.Length > 0 ? $"{fields}, " : "";
        var container = $$"""{ name: c, image: a, resources: { requests: { cpu: {{cpu}} } } }""";
        return $$"""
            apiVersion: v1
            kind: Pod
            metadata: { name: {{name}} }
            spec: { {{named}}{{more}}containers: [{{container}}] }
            """;
    }

    private static string Class(string name, int value) =>
        $"apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {{ name: {name} }}\nvalue: {value}";

    private static string Squeezed(string text) => Regex.Replace(text, @"\s+", " ");
}
