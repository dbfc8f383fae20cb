using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Assembly;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Scenarios.Traces;
using Simulator.Studies.Runs;
using Simulator.World.Places;
using Simulator.World.Specification;
using Simulator.World.Traces;

namespace Simulator.Cli.Verbs.Tracing;

/// <summary>The machines on which a trace is placed, and the scheduler that places it.</summary>
/// <param name="Words">What they are: <c>1,213 nodes of openb_node_list.csv</c> without the number.</param>
internal sealed record TraceMachines(IReadOnlyList<TraceNode> Nodes, KubernetesVersion Version, SchedulerOptions Flags, string Words)
{
    private const double MilliCpuMax = 1e12;

    /// <summary>Null after an error.</summary>
    public static TraceMachines? Of(TraceOptions options, TraceReader reader, Diagnostics diagnostics)
    {
        var version = options.Kubernetes.Length == 0 ? KubernetesVersions.Default : KubernetesVersions.Find(options.Kubernetes)!;
        if (options.Scenario is { } scenario) return OfScenario(scenario, options, diagnostics);
        if (FlagsOf(options, version, diagnostics) is not { } flags) return null;
        if (options.Nodes is { } file)
        {
            var nodes = IsManifest(file) ? OfManifests(file, diagnostics) : reader.Nodes(file);
            return nodes is null ? null : new TraceMachines(nodes, version, flags, $"of {Path.GetFileName(file)}");
        }

        return options.Machines is null
            ? null
            : Alike(options, diagnostics) is { } alike ? new TraceMachines(alike, version, flags, "alike") : null;
    }

    /// <summary>One machine as large as the trace says that its computer was.</summary>
    public static TraceMachines OfProcessors(long processors, KubernetesVersion version) => new(
        [new TraceNode("cluster", processors * 1000, long.MaxValue / 4)], version, new SchedulerOptions(),
        $"with the {processors:N0} processors that the head of the trace tells of");

    private static TraceMachines? OfScenario(string path, TraceOptions options, Diagnostics diagnostics)
    {
        IReadOnlyList<Setting> settings =
            [.. options.Plugins, .. options.Kubernetes.Length == 0 ? [] : new[] { KubernetesOption.Of(options.Kubernetes) }];
        var file = ScenarioReader.Read(path, MeasureNames.OfWholeRuns, settings);
        foreach (var error in file.Diagnostics.Errors) diagnostics.Add(error);
        if (file.Scenario is not { } scenario) return null;
        var cluster = scenario.Clusters[0];
        if (scenario.Clusters.Count > 1)
        {
            diagnostics.Error(path, 0, 0, $"the scenario has {scenario.Clusters.Count} clusters; allowed is one");
            return null;
        }

        TraceNode[] nodes = [.. NodeFactory.NodesOf(cluster).Select(placed => TraceNode.Of(placed.Node))];
        return new TraceMachines(nodes, cluster.Version, cluster.Scheduler, $"of {scenario.Name}");
    }

    /// <summary>Null after an error.</summary>
    private static SchedulerOptions? FlagsOf(TraceOptions options, KubernetesVersion version, Diagnostics diagnostics)
    {
        if (options.Policy is not { } path) return new SchedulerOptions();
        if (!OwnRuleCheck.HeedsPolicies(version))
        {
            return ProfileFile.Read(path, diagnostics, options.Plugins) is { } profiles
                ? new SchedulerOptions { Configuration = profiles }
                : null;
        }

        return PolicyFile.Read(path, diagnostics, options.Plugins) is { } policy ? new SchedulerOptions { Policy = policy } : null;
    }

    private static bool IsManifest(string file) => Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml" or ".json";

    private static IReadOnlyList<TraceNode>? OfManifests(string file, Diagnostics diagnostics)
    {
        TraceNode[] nodes =
        [
            .. PodManifests.Read([file], diagnostics)
                .OfType<Node>()
                .Select(TraceNode.Of)
                .OrderBy(node => node.Name, StringComparer.Ordinal),
        ];
        if (nodes.Length == 0 && !diagnostics.HasErrors) diagnostics.Error(file, 0, 0, "there is no Node in it; allowed is a list of them");
        return diagnostics.HasErrors ? null : nodes;
    }

    private static IReadOnlyList<TraceNode>? Alike(TraceOptions options, Diagnostics diagnostics)
    {
        var cpu = Amount("--cpu", options.Cpu, diagnostics);
        var memory = options.Memory is null ? Quantity.FromUnits(long.MaxValue / 4) : Amount("--memory", options.Memory, diagnostics);
        if (cpu is not { } cores || memory is not { } bytes) return null;
        var digits = (options.Machines!.Value - 1).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        return
        [
            .. Enumerable.Range(0, options.Machines.Value).Select(i => new TraceNode(
                $"machine-{i.ToString($"D{digits}", System.Globalization.CultureInfo.InvariantCulture)}", cores.MilliValue, bytes.Value,
                options.Gpus)),
        ];
    }

    private static Quantity? Amount(string option, string? text, Diagnostics diagnostics)
    {
        if (text is not null && Quantity.TryParse(text, out var amount) && amount.MilliValue is > 0 and < (long)MilliCpuMax * 1000)
        {
            return amount;
        }
        diagnostics.Error(
            option, 0, 0, $"found {(text is null ? "nothing" : $"'{text}'")}; allowed is an amount above zero, such as 96 or 384Gi");
        return null;
    }
}
