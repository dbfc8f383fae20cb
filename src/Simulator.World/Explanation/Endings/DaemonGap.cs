using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.World.ApiServer;
using Simulator.World.Observations;
using Simulator.World.Views;

namespace Simulator.World.Explanation.Endings;

/// <summary>Nodes that a DaemonSet is meant for by their labels, that run, and on which it has no ready pod.</summary>
/// <param name="DaemonSet">"namespace/name".</param>
/// <param name="Meant">Nodes that its selector names, whatever their state; 0: it runs nowhere.</param>
/// <param name="Nodes">Those among them that run and lack it, in name order.</param>
/// <param name="Why">What is wrong with the first of them; of a set that is meant for none, what no node has.</param>
public sealed record DaemonGap(string DaemonSet, int Meant, IReadOnlyList<string> Nodes, string Why)
{
    internal static IReadOnlyList<DaemonGap> AllOf(IClusterView cluster)
    {
        var sets = cluster.Store.List("DaemonSet").Cast<DaemonSet>().ToList();
        if (sets.Count == 0) return [];
        var nodes = cluster.Store.List("Node").Cast<Node>().ToList();
        var ready = cluster.Store.List("Pod")
            .Cast<Pod>()
            .Where(pod => pod.IsReady && !pod.Metadata.IsBeingDeleted)
            .Select(pod => (WorkloadFacts.OwnerOf(pod), pod.NodeName))
            .ToHashSet();
        return [.. sets.Select(set => Of(cluster, set, nodes, ready)).OfType<DaemonGap>()];
    }

    private static DaemonGap? Of(IClusterView cluster, DaemonSet set, List<Node> nodes, HashSet<(string, string)> ready)
    {
        var (key, spec) = (set.Key.ToString(), set.Template.Spec);
        var meant = nodes.Where(node => spec.NodeSelector.IsSubsetOf(node.Metadata.Labels)
            && (spec.NodeName.Length == 0 || spec.NodeName == node.Name)).ToList();
        if (meant.Count == 0)
        {
            return new DaemonGap(
                key, 0, [],
                spec.NodeName.Length > 0
                    ? $"node {spec.NodeName} does not exist"
                    : SelectorReason.Of(spec.NodeSelector, [.. nodes.Select(node => node.Metadata.Labels)]));
        }
        var without = meant.Where(node => !ready.Contains((key, node.Name)) && Runs(cluster, node)).ToList();
        return without.Count == 0
            ? null
            : new DaemonGap(key, meant.Count, [.. without.Select(node => node.Name)], WhyOn(cluster.Store, set, without[0]));
    }

    /// <summary>A dead node's daemon can be nowhere else: nobody misses it.</summary>
    private static bool Runs(IClusterView cluster, Node node) =>
        cluster.Machine(node.Name) is { IsConnected: true }
            && node.Status.Condition(NodeConditionType.Ready)?.Status == ConditionStatus.True;

    private static string WhyOn(IStoredObjects store, DaemonSet set, Node node)
    {
        var pods = store.PodsOn(node.Name).Cast<Pod>().ToList();
        var own = pods.Find(pod => WorkloadFacts.OwnerOf(pod) == set.Key.ToString());
        if (own is { IsFinished: true })
        {
            return "its pod there has "
                + $"{own.Status.Phase.ToString().ToLowerInvariant()}{(own.Status.Reason.Length > 0 ? $" ({own.Status.Reason})" : "")} "
                + "and stands in the way of another";
        }
        if (own is not null) return "its pod there is not ready";
        if (node.Status.Condition(NodeConditionType.OutOfDisk)?.Status == ConditionStatus.True) return "the node is out of disk";
        return Lack(set, node, pods.Where(pod => !pod.IsFinished).Select(pod => PodFacts.Of(pod.Spec)).ToList())
            ?? "its controller has not made one";
    }

    /// <summary>A daemon is not scheduled: where it does not fit its controller makes none (nodeShouldRunDaemonPod of 1.3.10).</summary>
    private static string? Lack(DaemonSet set, Node node, List<PodFacts> others)
    {
        var facts = PodFacts.Of(set.Template.Spec);
        var (cpu, memory) = (
            node.Status.Allocatable.MilliValue(ResourceNames.Cpu) - PodFacts.Sum(others, pod => pod.NewMilliCpu),
            node.Status.Allocatable.Value(ResourceNames.Memory) - PodFacts.Sum(others, pod => pod.NewMemory));
        if (facts.NewMilliCpu > cpu) return $"it wants {facts.NewMilliCpu}m of CPU, {node.Name} has {cpu}m free";
        if (facts.NewMemory > memory)
        {
            return $"it wants {Quantity.FromUnits(facts.NewMemory)} of memory, {node.Name} has {Quantity.FromUnits(memory)} free";
        }
        return facts.HostPorts.Intersect(others.SelectMany(pod => pod.HostPorts))
            .Order()
            .Select(port => $"port {port} of {node.Name} is taken")
            .FirstOrDefault();
    }
}
