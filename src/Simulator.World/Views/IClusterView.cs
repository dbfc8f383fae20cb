using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.World.ApiServer;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Views;

/// <summary>A cluster for those who look on.</summary>
public interface IClusterView
{
    ClusterSpec Spec { get; }

    IStoredObjects Store { get; }

    ISchedulingView Scheduling { get; }

    /// <summary>Times in which nodes were marked as silent, with the calls that it took.</summary>
    IReadOnlyList<MarkingSpell> Markings { get; }

    /// <summary>Pods that drains and maintenances under way have not been allowed to evict, in name order.</summary>
    IReadOnlyList<RefusedEviction> RefusedEvictions { get; }

    /// <summary>Shows every round of its autoscaler from now on, as it begins.</summary>
    void FollowRounds(Action<RoundReport> witness);

    /// <summary>The machine of that name in truth, whatever its object says; null if there is none.</summary>
    IMachineView? Machine(string name);
}
