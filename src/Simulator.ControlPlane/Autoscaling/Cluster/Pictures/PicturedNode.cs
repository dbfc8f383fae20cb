using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

/// <summary>A node with its pods as the autoscaler's watches have shown them; sums are worked out again when it has changed.</summary>
public sealed class PicturedNode(string name, int number)
{
    private long _utilizationVersion = -1;
    private double _utilization;
    private long _roomyVersion = -1;
    private NodeInfo? _roomy;
    private Node? _last;

    public string Name => name;

    /// <summary>No other node of the picture has, or has had, the same.</summary>
    public int Number => number;

    /// <summary>Its pods are those that have not finished.</summary>
    public NodeInfo Info { get; } = new(name);

    /// <summary>Its object, or the last one that it had: a round keeps its list, whatever happens to nodes meanwhile.</summary>
    public Node? Node => Info.Node ?? _last;

    /// <summary>Ready and not cordoned: the autoscaler lists no others.</summary>
    public bool IsListed { get; private set; }

    /// <summary>A node without pods has no NodeInfo in the real program: to most of its steps it is not there.</summary>
    public bool HasPods => Info.PodCount > 0;

    /// <summary>Requested share of the capacity, the larger one of CPU and memory; 0 if it cannot be said.</summary>
    public double Utilization
    {
        get
        {
            if (_utilizationVersion == Info.Version) return _utilization;
            _utilizationVersion = Info.Version;
            return _utilization = Pictures.Utilization.Of(this);
        }
    }

    /// <summary>The node with its whole capacity to be had: so it is seen when pods look for another place (findPlaceFor).</summary>
    public NodeInfo WithWholeCapacity
    {
        get
        {
            if (Node is null || ReferenceEquals(Node.Status.Allocatable, Node.Status.Capacity)) return Info;
            if (_roomyVersion == Info.Version) return _roomy!;
            _roomyVersion = Info.Version;
            return _roomy = CopyWithWholeCapacity();
        }
    }

    public void SetNode(Node? node)
    {
        _last = node ?? _last;
        Info.SetNode(node, 0);
        IsListed = node is { Spec.Unschedulable: false } && node.Status.Condition(NodeConditionType.Ready)?.Status == ConditionStatus.True;
    }

    /// <summary>A copy to put pods on.</summary>
    public NodeInfo CopyWithWholeCapacity()
    {
        var copy = new NodeInfo(name);
        copy.SetNode(Node! with { Status = Node.Status with { Allocatable = Node.Status.Capacity } }, 0);
        foreach (var pod in Info.Pods) copy.Add(new CachedPod(pod.Pod, pod.Facts, copy));
        return copy;
    }
}
