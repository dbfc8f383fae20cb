using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// Says when a node's kubelet last renewed its lease (kube-node-lease). A host that keeps no lease objects answers by arithmetic.
/// </summary>
public interface ILeases
{
    /// <summary>Null: it has none.</summary>
    Instant? LastRenewal(Node node, Instant now);
}

/// <summary>Nodes have no leases.</summary>
public sealed class NoLeases : ILeases
{
    public static readonly NoLeases Instance = new();

    public Instant? LastRenewal(Node node, Instant now) => null;
}
