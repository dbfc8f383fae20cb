using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;

namespace Simulator.ControlPlane.Controllers.Replication;

/// <summary>How many pods a sync creates or deletes (manageReplicas in replication_controller.go of 1.3.10).</summary>
public readonly record struct ReplicaPlan(int Creates, int Deletes)
{
    /// <param name="active">Pods that are neither finished nor being deleted.</param>
    /// <param name="burst">Most creations or deletions of one sync.</param>
    public static ReplicaPlan For(int active, int replicas, int burst) =>
        new(Math.Clamp(replicas - active, 0, burst), Math.Clamp(active - replicas, 0, burst));

    /// <summary>The pods to delete. Scaling to zero does not sort: all will go in the end.</summary>
    /// <param name="active">The active pods; reordered.</param>
    public ReadOnlySpan<Pod> Victims(List<Pod> active, int replicas)
    {
        if (replicas != 0) active.Sort(VictimOrder.Instance);
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(active)[..Deletes];
    }
}
