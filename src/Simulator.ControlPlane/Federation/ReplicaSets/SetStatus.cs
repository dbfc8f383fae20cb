namespace Simulator.ControlPlane.Federation.ReplicaSets;

/// <summary>How a look at a federated ReplicaSet ended.</summary>
internal enum SetStatus
{
    AllOk,

    /// <summary>Something was written: look again after 10 s.</summary>
    NeedsRecheck,

    /// <summary>A write failed: look again after a back-off.</summary>
    Error,

    /// <summary>Not all ready clusters have been listed: look again after 20 s.</summary>
    NotSynced,
}
