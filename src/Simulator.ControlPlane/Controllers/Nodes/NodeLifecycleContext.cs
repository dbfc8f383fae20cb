using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.ControlPlane.Hosting;
using Mutex = Simulator.ControlPlane.Controllers.Routines.Mutex;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>What the routines of the node controller share: time and client, caches, queues and the lock over the queues.</summary>
internal sealed class NodeLifecycleContext(NodeLifecycleOptions options, Instant start, NodeLifecycleHosting hosting)
{
    public NodeLifecycleOptions Options => options;

    public IMapOrder Order => hosting.Order;

    public RoutineSet Routines { get; } = new();

    public Instant Now => Routines.Now;

    public List<LifecycleNote> Notes { get; } = [];

    public NodeCache Cache { get; } = new();

    public DaemonPods DaemonPods { get; } = new();

    public RateLimitedQueue Evictions { get; } = new(new TokenBucket(options.DeletingPodsQps, options.DeletingPodsBurst, start));

    public RateLimitedQueue Terminations { get; } = new(new TokenBucket(options.DeletingPodsQps, options.DeletingPodsBurst, start));

    /// <summary>
    /// Held by an evictor over all its API calls, so that a pass over the nodes and the other evictor wait for it (evictorLock in
    /// nodecontroller.go).
    /// </summary>
    public Mutex EvictorLock { get; } = new();

    /// <summary>
    /// To be waited for after a node has entered a queue: the next one is younger, so that those of one pass leave first in, first out.
    /// </summary>
    public Pause Queueing => new(Routines, hosting.Queueing);

    /// <summary>
    /// When a poll would do anything: when the queue has work for it, or at once while it would have to wait for the lock.
    /// </summary>
    public Instant? PollAt(RateLimitedQueue queue, Instant now) => EvictorLock.IsHeld ? now : queue.NextTryAt(now);

    public void Note(LifecycleNoteKind kind, string node = "", TimeSpan delay = default) =>
        Notes.Add(new LifecycleNote(kind, node, Now, delay));

    public void TellOfNode(string node, string reason, string message) =>
        Routines.Tell(new EventRequest(reason, "Node", new ObjectKey("", node), message));

    public void TellOfPod(ObjectKey pod, string reason, string message) =>
        Routines.Tell(new EventRequest(reason, "Pod", pod, message));

    public static Call ForceDelete(ObjectKey pod) => new(new DeleteRequest("Pod", pod, TimeSpan.Zero));
}
