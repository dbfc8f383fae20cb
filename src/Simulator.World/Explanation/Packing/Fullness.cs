using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.World.Explanation.Packing;

/// <summary>
/// How full the nodes are that can be chosen, by what pods request: shares from 0 to 1; 0 where there is nothing to share.
/// </summary>
/// <param name="Pods">Of the pods that nodes take.</param>
public readonly record struct Fullness(double Cpu, double Memory, double Pods);

/// <summary>What pods request of the nodes that can be chosen, pod by pod.</summary>
internal sealed class FullnessCount
{
    private readonly HashSet<string> _names;
    private readonly (double Cpu, double Memory, double Pods) _room;
    private (double Cpu, double Memory, double Pods) _used;

    public FullnessCount(IEnumerable<Node> nodes)
    {
        var candidates = nodes.Where(NodeFilter.IsCandidate).ToList();
        _names = candidates.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        _room = (
            candidates.Sum(node => (double)node.Status.Allocatable.MilliValue(ResourceNames.Cpu)),
            candidates.Sum(node => (double)node.Status.Allocatable.Value(ResourceNames.Memory)),
            candidates.Sum(node => (double)node.Status.Allocatable.Value(ResourceNames.Pods)));
    }

    public Fullness Now => new(Share(_used.Cpu, _room.Cpu), Share(_used.Memory, _room.Memory), Share(_used.Pods, _room.Pods));

    public void Add(Pod pod)
    {
        if (!_names.Contains(pod.NodeName)) return;
        var facts = PodFacts.Of(pod.Spec);
        _used = (_used.Cpu + facts.MilliCpu, _used.Memory + facts.Memory, _used.Pods + 1);
    }

    private static double Share(double used, double all) => all <= 0 ? 0 : used / all;
}
