using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>What the routines of the node controller share: time and client, caches, queues and the lock over the queues.</summary>
internal sealed class NodeLifecycleContext(NodeLifecycleOptions options, Instant start)
{
    public NodeLifecycleOptions Options => options;

    public RoutineSet Routines { get; } = new();

    public Instant Now => Routines.Now;

    public List<LifecycleNote> Notes { get; } = [];

    public NodeCache Cache { get; } = new();

    public DaemonPods DaemonPods { get; } = new();

    public RateLimitedQueue Evictions { get; } = new(new TokenBucket(options.DeletingPodsQps, options.DeletingPodsBurst, start));

    public RateLimitedQueue Terminations { get; } = new(new TokenBucket(options.DeletingPodsQps, options.DeletingPodsBurst, start));

    /// <summary>Held by an evictor over all its API calls, so that a pass over the nodes waits for it (evictorLock in nodecontroller.go).</summary>
    public Mutex EvictorLock { get; } = new();

    public void Note(LifecycleNoteKind kind, string node = "", TimeSpan delay = default) => Notes.Add(new LifecycleNote(kind, node, Now, delay));

    public void TellOfNode(string node, string reason, string message) =>
        Routines.Tell(new EventRequest(reason, "Node", new ObjectKey("", node), message));

    public void TellOfPod(ObjectKey pod, string reason, string message) =>
        Routines.Tell(new EventRequest(reason, "Pod", pod, message));

    public static Call ForceDelete(ObjectKey pod) => new(new DeleteRequest("Pod", pod, TimeSpan.Zero));
}
