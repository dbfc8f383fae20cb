namespace Simulator.ControlPlane.Controllers.Replication;

/// <summary>Which kind a replication manager looks after: in 1.3 two controllers of the same rules.</summary>
/// <param name="LoopName">Name of the control loop.</param>
public sealed record ReplicaKind(string Kind, string LoopName)
{
    /// <summary>pkg/controller/replication of 1.3.10.</summary>
    public static readonly ReplicaKind ReplicationControllers = new("ReplicationController", "replication-controller");

    /// <summary>pkg/controller/replicaset of 1.3.10.</summary>
    public static readonly ReplicaKind ReplicaSets = new("ReplicaSet", "replicaset-controller");
}
