using Simulator.Api;
using Simulator.ControlPlane.Federation.Clusters;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Federation;

/// <summary>Tells what the federation's API server comes to hold of its members and services.</summary>
internal sealed class MemberObserver(ObservationLog log)
{
    public void OnCommitted(WatchEvent commit)
    {
        if (commit.Object is Cluster cluster) OnCluster(commit.Type, cluster, commit.Previous as Cluster);
        else if (commit.Object is Service service && commit.Type == WatchEventType.Added)
        {
            log.Write(ObservationKind.ServiceCreated, service.Key.ToString());
        }
    }

    private void OnCluster(WatchEventType type, Cluster cluster, Cluster? before)
    {
        if (type == WatchEventType.Deleted) log.Write(ObservationKind.FederationMemberChanged, cluster.Name, "Gone");
        else if (before is null || InWords(before) != InWords(cluster))
        {
            log.Write(ObservationKind.FederationMemberChanged, cluster.Name, InWords(cluster));
        }
    }

    private static string InWords(Cluster cluster) =>
        cluster.Conditions.Count == 0 ? "Joined"
        : ClusterConditions.AreReady(cluster) ? ClusterConditions.Ready
        : cluster.StatusOf(ClusterConditions.Offline) == ConditionStatus.True ? ClusterConditions.Offline
        : "NotReady";
}
