using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Running;

/// <summary>
/// Static pods: a kubelet makes them from files of its machine, and shows each to the API as a mirror pod. Whoever deletes the mirror gets
/// it back as long as the machine runs.
/// </summary>
internal sealed class StaticPods(SimulatedCluster cluster)
{
    /// <summary>How often a kubelet looks at its files (--file-check-frequency).</summary>
    private static readonly TimeSpan CheckPeriod = TimeSpan.FromSeconds(20);

    private long _uids;

    public void Begin() => cluster.Store.Committed += OnCommitted;

    private void OnCommitted(WatchEvent commit)
    {
        if (commit.Type == WatchEventType.Deleted && commit.Object is Pod { IsAssigned: true } pod && IsMirror(pod)) BringBackLater(pod);
    }

    private static bool IsMirror(Pod pod) => pod.Metadata.Annotations.ContainsKey(WellKnownAnnotations.MirrorPod);

    private void BringBackLater(Pod pod) => cluster.Simulation.Schedule(CheckPeriod, () => BringBack(pod));

    private void BringBack(Pod pod)
    {
        if (cluster.Topology.Find(pod.NodeName) is not { IsGone: false } machine || cluster.Store.Find(pod.Kind, pod.Key) is not null)
        {
            return;
        }
        if (machine.IsBeating && cluster.Server.IsUp) cluster.Store.Put(Mirror(pod));
        else BringBackLater(pod);
    }

    private Pod Mirror(Pod pod) => pod with
    {
        Metadata = pod.Metadata with
        {
            Uid = $"mirror-{++_uids}",
            CreationTimestamp = Instant.FromStart(cluster.Simulation.Now).TruncatedToSecond,
            DeletionTimestamp = null,
            DeletionGracePeriodSeconds = null,
            ResourceVersion = 0,
        },
        Status = new PodStatus(),
    };
}
