using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Growth;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.Scenarios.Conformance.Autoscaling;

/// <summary>The cluster autoscaler: whether a round may act, which pods really find no place, which group grows to what size.</summary>
public sealed class ScaleUpKind(AutoscalerVersion version) : IConformanceKind
{
    public string Kind => version == AutoscalerVersion.V022 ? "ca022-scaleup" : "ca030-scaleup";

    public string? Difference(JsonElement recording)
    {
        var world = new RecordedWorld(recording.GetProperty("world"));
        var checkField = version == AutoscalerVersion.V022 ? "expectedCheckMigsAndNodesOk" : "expectedCheckGroupsAndNodesOk";
        if (MayAct(world) != recording.Bool(checkField)) return $"{checkField} is {MayAct(world)}, recorded otherwise";

        var pending = recording.List("pendingPods").Select(RecordedWorld.ReadPod).ToList();
        var helpless = SchedulablePods.FilterOut(pending, world.Listed, world.Checker);
        var difference = Compare(recording, "expectedStillUnschedulable", helpless.Select(pod => pod.Name));
        return difference is null && helpless.Count > 0 ? DifferenceOf(recording, world, helpless) : difference;
    }

    private bool MayAct(RecordedWorld world) => world.Groups.All(group =>
    {
        var listed = world.Listed.Count(node => world.GroupOf(node.Name) == group);
        return !GroupCheck.Concerns(version, listed) || GroupCheck.Problem(version, group, world.Sizes[group.Id], listed) is null;
    });

    private string? DifferenceOf(JsonElement recording, RecordedWorld world, IReadOnlyList<Pod> pods)
    {
        var options = new ExpansionOptions(world.Checker);
        foreach (var group in world.Groups) options.Consider(group, world.Sizes[group.Id], TemplateOf(group, world), pods);
        var chosen = Expander.Choose(version, options.Options, new Pick(recording));
        var (group2, size) = (chosen?.Group.Id ?? "", chosen is null ? default : Resize(recording, world, chosen));
        var error = chosen is null ? "" : size.Error;
        var scales = chosen is not null && error.Length == 0;
        var before = chosen is null ? 0 : world.Sizes[group2];
        var actual = $"{scales} '{error}' {(scales ? group2 : "")} "
            + $"{(scales ? version == AutoscalerVersion.V022 ? size.Size : size.Size - before : 0)}";
        var amount = recording.Int(version == AutoscalerVersion.V022 ? "expectedNewSize" : "expectedIncrease");
        var expected =
            $"{recording.Bool("expectedScaledUp")} '{recording.Text("expectedError")}' {recording.Text("expectedGroup")} {amount}";
        if (actual != expected) return $"scaled up, error, group, size: {actual}, recorded {expected}";
        return Compare(recording, "expectedPodsTriggered", Sorted(scales ? chosen!.Pods.Select(pod => pod.Key) : []))
            ?? Compare(recording, "expectedPodsNotTriggered", Sorted(chosen is null ? options.NotHelped : []));
    }

    private NewSize Resize(JsonElement recording, RecordedWorld world, ExpansionOption option) => NewSize.Of(
        version, option.Group, world.Sizes[option.Group.Id], BasicEstimator.Estimate(
            option.Pods, option.Template.Node!), world.Listed.Count,
        version == AutoscalerVersion.V022 ? 0 : recording.Int("maxNodesTotal"));

    private NodeInfo? TemplateOf(NodeGroup group, RecordedWorld world)
    {
        var ofGroup = world.Listed.Where(node => world.GroupOf(node.Name) == group);
        var node = version == AutoscalerVersion.V022 ? ofGroup.LastOrDefault() : ofGroup.FirstOrDefault();
        return node is null ? null : TemplateNode.Of(node.Node!, world.PodsOn(node.Name), world.Exists);
    }

    private static IEnumerable<string> Sorted(IEnumerable<ObjectKey> pods) => pods.Select(pod => pod.Name).Order(StringComparer.Ordinal);

    private static string? Compare(JsonElement recording, string field, IEnumerable<string> actual)
    {
        var (names, recorded) = (string.Join(' ', actual), string.Join(' ', recording.Texts(field)));
        return names == recorded ? null : $"{field} is {names}, recorded {recorded}";
    }

    /// <summary>Index n = the position that is picked among n options.</summary>
    private sealed class Pick(JsonElement recording) : IMapOrder
    {
        public int First(int count) => recording.GetProperty("randomPickByOptionCount")[count].GetInt32();
    }
}
