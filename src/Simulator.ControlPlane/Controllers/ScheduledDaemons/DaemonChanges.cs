using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>Which nodes need a pod and which pods have to go (podsShouldBeOnNode, getUnscheduledPodsWithoutNode).</summary>
internal sealed class DaemonChanges(Backoff failures, RoutineSet routines)
{
    public (List<string> NodesToFill, List<Pod> ToDelete) Of(DaemonPicture picture, SyncReport report)
    {
        List<string> toFill = [];
        List<Pod> toDelete = [];
        foreach (var node in picture.Nodes.Values)
        {
            var (fit, pods) = (picture.Template.FitOn(node), picture.PodsOn(node.Name));
            if (pods is null)
            {
                if (fit == NodeFit.Runs) toFill.Add(node.Name);
            }
            else if (fit == NodeFit.Neither) toDelete.AddRange(pods.Where(pod => !pod.Metadata.IsBeingDeleted));
            else AddSurplus(picture.Set, node.Name, pods, toDelete, report);
        }

        toDelete.AddRange(picture.Stranded);
        return (toFill, toDelete);
    }

    /// <summary>Failed pods go, but not again and again; of the others one stays.</summary>
    private void AddSurplus(DaemonSet set, string node, List<Pod> pods, List<Pod> toDelete, SyncReport report)
    {
        List<Pod> running = [];
        foreach (var pod in pods)
        {
            if (pod.Metadata.IsBeingDeleted) continue;
            if (pod.Status.Phase != PodPhase.Failed) running.Add(pod);
            else if (MayDelete(set, node, pod, report)) toDelete.Add(pod);
        }

        running.Sort(DaemonOrder.Instance);
        if (running.Count > 1) toDelete.AddRange(running[1..]);
    }

    private bool MayDelete(DaemonSet set, string node, Pod pod, SyncReport report)
    {
        var (key, now) = (DaemonController.FailureKey(set, node), routines.Now);
        if (failures.IsInBackOffSinceUpdate(key, now))
        {
            report.ComeAgainAfter(failures.Get(key));
            return false;
        }

        failures.Next(key, now, now);
        var message = $"Found failed daemon pod {pod.Key} on node {node}, will try to kill it";
        routines.Tell(new EventRequest("FailedDaemonPod", set.Kind, set.Key, message) { Type = EventType.Warning });
        return true;
    }
}
