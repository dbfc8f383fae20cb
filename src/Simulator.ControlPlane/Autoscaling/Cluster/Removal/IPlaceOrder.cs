using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>Where the pods of a node that would go are put first (findPlaceFor of simulator/cluster.go).</summary>
public interface IPlaceOrder
{
    /// <summary>Another node would go, even if it has no pod to move.</summary>
    void Begin(IReadOnlyList<PicturedNode> listed);

    /// <summary>The order in which nodes are tried for it; where it is drawn, it is drawn when it is asked for.</summary>
    IReadOnlyList<PicturedNode> Order { get; }

    /// <summary>The node to be tried before all others; null = none.</summary>
    string? HintFor(ObjectKey pod);

    /// <summary>A place was found.</summary>
    void Note(ObjectKey pod, string from, string to);
}
