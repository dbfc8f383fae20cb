using Simulator.Api;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>A node and the pods on it, with the sums of the unfinished ones kept as they come and go.</summary>
/// <param name="index">Counts the loads of a controller from 0.</param>
public sealed class NodeLoad(int index)
{
    // Some ten pods a node: a list takes a fifth of a dictionary's memory (450 bytes a node of ten), and is as fast.
    private readonly List<Pod> _pods = [];

    public int Index => index;

    /// <summary>Null while only pods name this node.</summary>
    public Node? Node { get; set; }

    public long MilliCpu { get; private set; }

    /// <summary>Bytes.</summary>
    public long Memory { get; private set; }

    public long Gpu { get; private set; }

    /// <summary>Pods with host ports: few, so that ports are compared one by one.</summary>
    public List<Pod> WithHostPorts { get; } = [];

    /// <summary>When it last changed, in changes of all nodes.</summary>
    public long Version { get; set; }

    /// <summary>The one that changed before it; null for the oldest.</summary>
    public NodeLoad? Older { get; set; }

    /// <summary>The one that changed after it; null for the newest.</summary>
    public NodeLoad? Newer { get; set; }

    public void Put(Pod pod)
    {
        Remove(pod.Key);
        _pods.Add(pod);
        Sum(pod, 1);
        if (!pod.IsFinished && PodFacts.Of(pod.Spec).HostPorts.Length > 0) WithHostPorts.Add(pod);
    }

    public void Remove(ObjectKey key)
    {
        var place = PlaceOf(key, _pods);
        if (place < 0) return;
        Sum(_pods[place], -1);
        _pods.RemoveAt(place);
        if (PlaceOf(key, WithHostPorts) is var taken and >= 0) WithHostPorts.RemoveAt(taken);
    }

    /// <summary>Adds those pods, of any phase, that a set selects.</summary>
    public void AddOwn(DaemonSet set, PodSelector selector, List<Pod> into)
    {
        foreach (var pod in _pods)
        {
            if (pod.Namespace == set.Namespace && selector.Matches(pod.Metadata.Labels)) into.Add(pod);
        }
    }

    private static int PlaceOf(ObjectKey key, List<Pod> pods)
    {
        for (var i = 0; i < pods.Count; i++)
        {
            if (pods[i].Key == key) return i;
        }

        return -1;
    }

    private void Sum(Pod pod, int sign)
    {
        if (pod.IsFinished) return;
        var facts = PodFacts.Of(pod.Spec);
        MilliCpu += sign * facts.NewMilliCpu;
        Memory += sign * facts.NewMemory;
        Gpu += sign * facts.Gpu;
    }
}
