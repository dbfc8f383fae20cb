using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>Where the pods of a node that would go are put first (findPlaceFor of simulator/cluster.go).</summary>
public interface IPlaceOrder
{
    /// <summary>The order in which nodes are tried; asked once for each node that would go, even if it has no pod to move.</summary>
    IReadOnlyList<PicturedNode> Order(IReadOnlyList<PicturedNode> listed);

    /// <summary>The node to be tried before all others; null = none.</summary>
    string? HintFor(ObjectKey pod);

    /// <summary>A place was found.</summary>
    void Note(ObjectKey pod, string from, string to);
}
