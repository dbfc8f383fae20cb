using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Queue;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>Takes what the watches bring into cache, stores and queue, and moves waiting pods where it may help them.</summary>
/// <remarks>eventhandlers.go of 1.20.</remarks>
/// <param name="isOurs">The pod names a scheduler that has a profile here.</param>
public sealed class WatchedCluster(SchedulerState state, Assumptions assumptions, PodQueue queue, Func<Pod, bool> isOurs)
{
    public static readonly IReadOnlyList<string> Kinds =
    [
        "Pod", "Node", "Service", "ReplicationController", "ReplicaSet", "PetSet", "PodDisruptionBudget", "PersistentVolume",
        "PersistentVolumeClaim", "StorageClass", "CSINode",
    ];

    private readonly Dictionary<ObjectKey, Pod> _waiting = [];

    /// <summary>The pod of a name as it was seen last, if it still has no node; null if it is gone or bound.</summary>
    public Pod? Waiting(ObjectKey pod) => _waiting.GetValueOrDefault(pod);

    public void Deliver(in WatchEvent change, Instant now)
    {
        var isGone = change.Type == WatchEventType.Deleted;
        switch (change.Object)
        {
            case Pod pod: OnPod(change.Previous as Pod, isGone ? null : pod, now); break;
            case Node node: OnNode(change.Previous as Node, node, isGone, now); break;
            default: OnOther(change.Object, change.Type, now); break;
        }
    }

    private void OnOther(ApiObject value, WatchEventType type, Instant now)
    {
        if (type == WatchEventType.Deleted) state.Objects.Remove(value);
        else state.Objects.Set(value);
        if (MayHelp(value, type)) queue.MoveAll(now);
    }

    private static bool MayHelp(ApiObject value, WatchEventType type) => value switch
    {
        Service => true,
        PersistentVolume or PersistentVolumeClaim or CsiNode => type != WatchEventType.Deleted,
        StorageClass storage => type == WatchEventType.Added && storage.WaitsForFirstConsumer,
        _ => false,
    };

    private void OnNode(Node? old, Node node, bool isGone, Instant now)
    {
        if (isGone)
        {
            state.Cache.RemoveNode(node.Name);
            return;
        }

        state.Cache.Set(node);
        if (old is null || !queue.HasUnschedulable || HasImproved(old, node)) queue.MoveAll(now);
    }

    /// <summary>What may make room: a cordon lifted, other resources, labels or taints, another condition.</summary>
    private static bool HasImproved(Node old, Node node) =>
        (old.Spec.Unschedulable && !node.Spec.Unschedulable)
        || !CanonicalText.AreEqual(old.Status.Allocatable, node.Status.Allocatable)
        || !old.Metadata.Labels.SameAs(node.Metadata.Labels)
        || !CanonicalText.AreEqual(old.Spec.Taints.Value, node.Spec.Taints.Value)
        || !old.Status.Conditions.Select(Known).SequenceEqual(node.Status.Conditions.Select(Known));

    private static (string Type, ConditionStatus Status) Known(NodeCondition condition) => (condition.Type, condition.Status);

    /// <summary>Two watches: pods without a node feed the queue, pods with one the cache; finished pods are in neither.</summary>
    private void OnPod(Pod? old, Pod? pod, Instant now)
    {
        var (waited, waits) = (Waits(old), Waits(pod));
        if (waits) _waiting[pod!.Key] = pod;
        else if (waited) _waiting.Remove(old!.Key);
        if (waits && !waited) queue.Add(pod!, now);
        else if (waits && !assumptions.Contains(pod!.Key)) queue.Update(old!, pod, now);
        else if (waited && !waits) queue.Remove(old!);
        var (ran, runs) = (Runs(old), Runs(pod));
        if (runs) OnRunning(pod!, isNew: !ran, now);
        else if (ran)
        {
            assumptions.Forget(old!.Key);
            state.Cache.Remove(old.Key);
            queue.MoveAll(now);
        }
    }

    private void OnRunning(Pod pod, bool isNew, Instant now)
    {
        if (isNew && assumptions.Contains(pod.Key)) assumptions.Confirm(pod);
        else state.Cache.Set(pod);
        queue.MoveWhoWants(pod, now);
    }

    private bool Waits(Pod? pod) => pod is { IsAssigned: false, IsFinished: false } && isOurs(pod);

    private static bool Runs(Pod? pod) => pod is { IsAssigned: true, IsFinished: false };
}
