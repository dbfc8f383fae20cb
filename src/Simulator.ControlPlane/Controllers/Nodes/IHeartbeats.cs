using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// Says when a node's kubelet last reported. A host that does not write every heartbeat as a new object answers by arithmetic.
/// </summary>
public interface IHeartbeats
{
    /// <summary>LastHeartbeatTime of the node's Ready condition as a LIST made now would show it.</summary>
    Instant? LastHeartbeat(Node node, Instant now);
}

/// <summary>Reads the heartbeat that the object carries.</summary>
public sealed class StoredHeartbeats : IHeartbeats
{
    public static readonly StoredHeartbeats Instance = new();

    public Instant? LastHeartbeat(Node node, Instant now) => node.Status.Condition(NodeConditionType.Ready)?.LastHeartbeatTime;
}
