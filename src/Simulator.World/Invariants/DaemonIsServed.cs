using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.World.Invariants;

/// <summary>
/// A daemon set in rest has one pod on each node that its selector names, that is not out of disk and where all requests and host ports
/// fit (with what init containers ask for); any pod counts as there, even a failed one (1.3.10). Not ready, cordoned and tainted nodes
/// count like any other.
/// </summary>
internal static class DaemonIsServed
{
    /// <returns>What is wrong, in words; null if nothing is.</returns>
    public static string? Wrong(DaemonSet set, Node node, HashSet<Pod> own, List<Pod> onNode)
    {
        var mine = onNode.Where(own.Contains).ToList();
        var others = onNode.Where(pod => !own.Contains(pod) && !pod.IsFinished);
        var staying = mine.Count(pod => !pod.Metadata.IsBeingDeleted);
        if (!Wants(set.Template.Spec, node, others))
        {
            return staying > 0 ? $"has {staying:N0} pods on {node.Name}, which is not for them" : null;
        }
        if (mine.Count == 0) return $"has no pod on {node.Name}";
        return staying > 1 ? $"has {staying:N0} pods on {node.Name}" : null;
    }

    private static bool Wants(PodSpec spec, Node node, IEnumerable<Pod> others)
    {
        if (!spec.NodeSelector.IsSubsetOf(node.Metadata.Labels)) return false;
        if (spec.NodeName.Length > 0 && spec.NodeName != node.Name) return false;
        if (node.Status.Condition(NodeConditionType.OutOfDisk)?.Status == ConditionStatus.True) return false;
        List<PodFacts> all = [PodFacts.Of(spec), .. others.Select(pod => PodFacts.Of(pod.Spec))];
        var ports = all.SelectMany(facts => facts.HostPorts).ToList();
        return PodFacts.Sum(all, facts => facts.NewMilliCpu) <= node.Status.Allocatable.MilliValue(ResourceNames.Cpu)
            && PodFacts.Sum(all, facts => facts.NewMemory) <= node.Status.Allocatable.Value(ResourceNames.Memory)
            && ports.Distinct().Count() == ports.Count;
    }
}
