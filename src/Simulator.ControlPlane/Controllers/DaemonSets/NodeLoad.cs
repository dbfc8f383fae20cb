using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>A node and the unfinished pods on it, with their sums kept as they come and go.</summary>
internal sealed class NodeLoad
{
    private readonly Dictionary<ObjectKey, Pod> _pods = [];

    /// <summary>Null while only pods name this node.</summary>
    public Node? Node { get; set; }

    public long MilliCpu { get; private set; }

    /// <summary>Bytes.</summary>
    public long Memory { get; private set; }

    public long Gpu { get; private set; }

    /// <summary>Pods with host ports: few, so that ports are compared one by one.</summary>
    public List<Pod> WithHostPorts { get; } = [];

    public void Put(Pod pod)
    {
        Remove(pod.Key);
        if (pod.IsFinished) return;
        _pods.Add(pod.Key, pod);
        Sum(PodFacts.Of(pod.Spec), 1);
        if (PodFacts.Of(pod.Spec).HostPorts.Length > 0) WithHostPorts.Add(pod);
    }

    public void Remove(ObjectKey key)
    {
        if (!_pods.Remove(key, out var pod)) return;
        Sum(PodFacts.Of(pod.Spec), -1);
        WithHostPorts.RemoveAll(other => other.Key == key);
    }

    private void Sum(PodFacts facts, int sign)
    {
        MilliCpu += sign * facts.NewMilliCpu;
        Memory += sign * facts.NewMemory;
        Gpu += sign * facts.Gpu;
    }
}
