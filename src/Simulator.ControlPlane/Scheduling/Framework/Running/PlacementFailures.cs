using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.PostFilter;
using Simulator.ControlPlane.Scheduling.Framework.Queue;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>
/// What follows when a pod fits nowhere: victims go, nominations change, the pod goes back into the queue, and its status says why.
/// </summary>
/// <remarks>recordSchedulingFailure and PrepareCandidate of 1.20: these calls are waited for before the next pass.</remarks>
/// <param name="waiting">A pod as it was seen last; null if it is gone or bound: then it does not come back (MakeDefaultErrorFunc).</param>
public sealed class PlacementFailures(
    PodQueue queue, Nominations nominations, List<ApiRequest> outbox, List<PlacementNote> notes, Func<ObjectKey, Pod?> waiting)
{
    private readonly HashSet<ApiRequest> _written = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);

    public bool AreBeingWritten => _written.Count > 0;

    public void Written(ApiRequest request) => _written.Remove(request);

    public void Take(QueuedPod queued, string message, Preemption preemption, string reason, Instant now)
    {
        var pod = queued.Pod;
        var node = preemption.Chosen?.Node.Name ?? "";
        foreach (var victim in preemption.Chosen?.Victims ?? []) Evict(victim.Pod, pod, node);
        foreach (var cleared in preemption.Cleared) Write(Nominated(cleared, ""));
        if (waiting(pod.Key) is { } seen)
        {
            queued.Pod = pod = seen;
            queue.AddUnschedulable(queued, queue.Cycle, now);
        }

        nominations.Add(pod, node);
        if (node.Length > 0) notes.Add(new PlacementNote(PlacementNoteKind.Nominated, pod.Key, node));
        outbox.Add(new EventRequest("FailedScheduling", "Pod", pod.Key, message));
        TellStatus(pod, node, message, reason, now);
    }

    private void Evict(Pod victim, Pod pod, string node)
    {
        Write(new DeleteRequest("Pod", victim.Key, null, victim.Metadata.Uid));
        notes.Add(new PlacementNote(PlacementNoteKind.Preempted, victim.Key, $"{pod.Key} on {node}"));
        outbox.Add(new EventRequest("Preempted", "Pod", victim.Key, $"Preempted by {pod.Key} on node {node}"));
    }

    /// <summary>Only if there is anything new to say.</summary>
    private void TellStatus(Pod pod, string node, string message, string reason, Instant now)
    {
        var old = pod.Status.Scheduled;
        var isTold = old is { Status: ConditionStatus.False } && old.Reason == reason
            && _messages.GetValueOrDefault(pod.Metadata.Uid) == message;
        if (isTold && (node.Length == 0 || node == pod.Status.NominatedNodeName)) return;
        _messages[pod.Metadata.Uid] = message;
        var since = old?.Status == ConditionStatus.False ? old.LastTransitionTime : now.TruncatedToSecond;
        var told = pod with { Status = pod.Status with { Scheduled = new Condition(ConditionStatus.False, reason, since) } };
        Write(node.Length > 0 ? Nominated(told, node) : told);
    }

    private void Write(Pod pod) =>
        Write(new UpdateStatusRequest(pod with { Metadata = pod.Metadata with { ResourceVersion = 0 } }));

    private void Write(ApiRequest request)
    {
        _written.Add(request);
        outbox.Add(request);
    }

    private static Pod Nominated(Pod pod, string node) => pod with { Status = pod.Status with { NominatedNodeName = node } };
}
