using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// What the controller remembers of a node's signs of life (nodeHealthData in pkg/controller/nodelifecycle of 1.20); it survives the node's
/// object.
/// </summary>
internal sealed class HealthRecord(string name, ILease lease)
{
    private bool _exists;
    private NodeCondition? _ready;
    private Instant? _lease;

    public string Name => name;

    /// <summary>The last pass has seen it.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Marking its pods has failed: to be tried again (nodesToRetry).</summary>
    public bool MustMarkPods { get; set; }

    /// <summary>The object with which the last pass had nothing more to do; null: it had, or will have.</summary>
    public Node? Settled { get; set; }

    /// <summary>The object that a pass looks at.</summary>
    public Node Listed { get; private set; } = new();

    /// <summary>The Ready condition of <see cref="Listed"/>.</summary>
    public NodeCondition? ListedReady { get; private set; }

    /// <summary>The lease as it was last looked up.</summary>
    public Instant? Renewal { get; private set; }

    /// <summary>Where <see cref="Listed"/> counts.</summary>
    public NodePlace Place { get; private set; } = NodePlace.None;

    /// <summary>When a sign of life was last seen, by the controller's clock.</summary>
    public Instant ProbeTime { get; private set; }

    /// <summary>It is known, and was not Ready when last looked at.</summary>
    public bool IsKnownNotReady => _exists && _ready is { Status: not ConditionStatus.True };

    /// <summary>Takes the object for the pass that begins. False: the last pass had the same.</summary>
    public bool List(Node node)
    {
        if (ReferenceEquals(Listed, node)) return false;
        (Listed, Place, ListedReady) = (node, NodePlace.Of(node), node.Status.Condition(NodeConditionType.Ready));
        return true;
    }

    /// <summary>Looks its lease up; true if that is newer than the one remembered: a sign of life.</summary>
    public bool IsRenewed(Instant now)
    {
        Renewal = lease.LastRenewal(now);
        return IsNewer;
    }

    private bool IsNewer => Renewal is not null && (_lease is null || _lease < Renewal);

    /// <summary>Takes in what a pass sees, and the lease as it was last looked up.</summary>
    /// <remarks>A changed heartbeat in the status forgets the lease, so that the next pass takes an old one for new.</remarks>
    public void Observe(NodeCondition? ready, Instant created, Instant now)
    {
        var isRenewed = IsNewer;
        if (!_exists) Begin(ready, ready is null ? created : now);
        else if (ready is null) _ready = null;
        else if (_ready?.LastHeartbeatTime != ready.LastHeartbeatTime || _ready is null) Begin(ready, now);
        if (isRenewed) (_lease, ProbeTime) = (Renewal, now);
    }

    /// <summary>The controller has written the condition itself.</summary>
    public void Wrote(NodeCondition ready, Instant now) => (_ready, _lease) = (ready, lease.LastRenewal(now));

    /// <summary>All graces begin anew.</summary>
    public void Restart(Instant now)
    {
        if (_exists) ProbeTime = now;
    }

    private void Begin(NodeCondition? ready, Instant probed)
    {
        _exists = true;
        (_ready, _lease, ProbeTime) = (ready, null, probed);
    }
}
