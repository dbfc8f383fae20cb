using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>
/// Pods that were called unschedulable before the newest node was there are to be judged again: their condition is reset, one call a
/// pod, and this round ignores them (SlicePodsByPodScheduledTime, ResetPodScheduledCondition of utils.go).
/// </summary>
internal sealed class PodResets(AutoscalerContext context)
{
    /// <summary>A node counts as there for the scheduler so long after its object was made.</summary>
    private static readonly TimeSpan NodeBecomesAvailable = TimeSpan.FromMinutes(1);

    /// <summary>Pods that are left for this round.</summary>
    public List<Pod> ToHelp { get; private set; } = [];

    public IEnumerable<Wait> Run(IReadOnlyList<PicturedNode> listed)
    {
        var pods = context.Picture.Unschedulable.ToList();
        ToHelp = [];
        if (pods.Count == 0) yield break;
        var threshold = NewestOf(listed) + NodeBecomesAvailable;
        ToHelp = pods.FindAll(pod => pod.Status.Scheduled!.LastTransitionTime > threshold);
        if (context.Report is { } report) (report.Unschedulable, report.Reset) = (pods.Count, pods.Count - ToHelp.Count);
        foreach (var pod in pods)
        {
            if (pod.Status.Scheduled!.LastTransitionTime > threshold) continue;
            var reset = Reset(pod);
            context.Picture.Observe(new WatchEvent(WatchEventType.Modified, reset, pod));
            yield return new Call(new UpdateStatusRequest(reset));
        }
    }

    private static Instant NewestOf(IReadOnlyList<PicturedNode> listed)
    {
        var newest = new Instant(long.MinValue / 2);
        foreach (var node in listed)
        {
            if (node.Node!.Metadata.CreationTimestamp is { } created && created > newest) newest = created;
        }

        return newest;
    }

    private Pod Reset(Pod pod) => pod with
    {
        Status = pod.Status with
        {
            Scheduled = pod.Status.Scheduled! with
            {
                Status = ConditionStatus.Unknown,
                LastTransitionTime = context.Now.TruncatedToSecond,
            },
        },
    };
}
