using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;
using Mutex = Simulator.ControlPlane.Controllers.Routines.Mutex;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>What the routines of the controller share: time and client, caches, zones and the lock over their queues.</summary>
internal sealed class TaintingContext(NodeLifecycleOptions common, TaintingOptions options, NodeLifecycleHosting hosting)
{
    /// <summary>Periods and graces, which are older than taints.</summary>
    public NodeLifecycleOptions Common => common;

    public TaintingOptions Options => options;

    public NodeLifecycleHosting Hosting => hosting;

    public RoutineSet Routines { get; } = new();

    public Instant Now => Routines.Now;

    public ListedNodes Nodes { get; } = new();

    public BoundPods Pods { get; } = new();

    public ZoneTable Zones { get; } = new(options);

    public List<LifecycleNote> Notes { get; } = [];

    /// <summary>Held over the calls of the tainting pass, and of a pass that finds a node Ready (evictorLock).</summary>
    public Mutex EvictorLock { get; } = new();

    /// <summary>The pods of a node in the order of a map.</summary>
    public IReadOnlyList<Pod> PodsOn(string node)
    {
        var pods = Pods.On(node);
        hosting.Order.Shuffle(pods);
        return pods;
    }

    public void TellOfNode(string node, string reason, string message) =>
        Routines.Tell(new EventRequest(reason, "Node", new ObjectKey("", node), message));

    public void TellOfPod(ObjectKey pod, string reason, string message) =>
        Routines.Tell(new EventRequest(reason, "Pod", pod, message));
}
