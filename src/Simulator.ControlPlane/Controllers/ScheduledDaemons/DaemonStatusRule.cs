using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>
/// What a daemon set reports: of each node's pods the one that would stay (updateDaemonSetStatus in daemon_controller.go).
/// </summary>
internal static class DaemonStatusRule
{
    /// <param name="observed">The generation that this sync has acted upon.</param>
    public static DaemonSetStatus Of(DaemonPicture picture, long observed)
    {
        var status = new DaemonSetStatus { ObservedGeneration = observed, CollisionCount = picture.Set.Status.CollisionCount };
        foreach (var node in picture.Nodes.Values)
        {
            var pods = picture.PodsOn(node.Name);
            if (picture.Template.FitOn(node) == NodeFit.Runs) status = WithNode(status, picture, pods);
            else if (pods is not null) status = status with { NumberMisscheduled = status.NumberMisscheduled + 1 };
        }

        return status with { NumberUnavailable = status.DesiredNumberScheduled - status.NumberAvailable };
    }

    private static DaemonSetStatus WithNode(DaemonSetStatus status, DaemonPicture picture, List<Pod>? pods)
    {
        status = status with { DesiredNumberScheduled = status.DesiredNumberScheduled + 1 };
        if (pods is null) return status;
        var pod = pods.Min(DaemonOrder.Instance)!;
        return status with
        {
            CurrentNumberScheduled = status.CurrentNumberScheduled + 1,
            NumberReady = status.NumberReady + (pod.IsReady ? 1 : 0),
            NumberAvailable = status.NumberAvailable + (picture.IsAvailable(pod) ? 1 : 0),
            UpdatedNumberScheduled = status.UpdatedNumberScheduled + (picture.Template.IsOf(pod) ? 1 : 0),
        };
    }
}
