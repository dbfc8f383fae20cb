using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// What the controller remembers of a node between passes (nodeStatusData and knownNodeSet of 1.3.10); it survives the node object.
/// </summary>
internal sealed class NodeRecord(string name)
{
    private Node? _node;

    public string Name => name;

    /// <summary>Seen in the last list and not forgotten since.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Number of the last pass that listed the node.</summary>
    public int Pass { get; set; }

    public bool IsSaved { get; private set; }

    /// <summary>The pass at which a changed heartbeat was first seen, by the controller's own clock.</summary>
    public Instant ProbeTime { get; private set; }

    /// <summary>When the controller saw the Ready condition change.</summary>
    public Instant ReadyTransitionTime { get; private set; }

    /// <summary>The Ready condition of the node last looked at.</summary>
    public NodeCondition? Ready { get; private set; }

    private NodeCondition? SavedReady { get; set; }

    private Instant? SavedHeartbeat { get; set; }

    /// <summary>Looks the condition up once an object, not once a pass.</summary>
    public void Look(Node node)
    {
        if (ReferenceEquals(_node, node)) return;
        _node = node;
        Ready = node.Status.Condition(NodeConditionType.Ready);
    }

    /// <summary>The node is Unknown already and has not been heard of since: there is nothing to write.</summary>
    public bool IsStillSilent(Instant? heartbeat) =>
        Ready is { Status: ConditionStatus.Unknown } && IsSaved && SavedReady is not null && SavedHeartbeat == heartbeat;

    /// <summary>Takes in what a pass has read (first half of tryUpdateNodeStatus).</summary>
    public void Observe(Instant created, Instant? heartbeat, Instant now)
    {
        if (Ready is null) Save(null, null, created, created);
        else if (!IsSaved || SavedReady is null) Save(Ready, heartbeat, now, now);
        else if (SavedHeartbeat != heartbeat) Save(Ready, heartbeat, now, IsTransition(SavedReady, Ready) ? now : ReadyTransitionTime);
    }

    /// <summary>After the controller itself has written the condition.</summary>
    public void Written(NodeCondition ready, Instant now) => Save(ready, ready.LastHeartbeatTime, ProbeTime, now);

    /// <summary>All timers start anew (forceUpdateAllProbeTimes).</summary>
    public void Restart(Instant now) => (ProbeTime, ReadyTransitionTime) = (now, now);

    private static bool IsTransition(NodeCondition saved, NodeCondition observed) =>
        saved.LastTransitionTime != observed.LastTransitionTime;

    private void Save(NodeCondition? ready, Instant? heartbeat, Instant probed, Instant transitioned)
    {
        IsSaved = true;
        (SavedReady, SavedHeartbeat) = (ready, heartbeat);
        (ProbeTime, ReadyTransitionTime) = (probed, transitioned);
    }
}
