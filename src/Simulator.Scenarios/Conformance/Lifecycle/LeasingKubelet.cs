using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;

namespace Simulator.Scenarios.Conformance.Lifecycle;

/// <summary>A kubelet of the recordings that renews a lease every 10 s, and writes its status if that has changed, or is old.</summary>
internal sealed class LeasingKubelet(JsonElement node) : ILease
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StatusPeriod = TimeSpan.FromSeconds(300);

    private readonly string _zone = node.Text("zone");
    private Instant _statusWritten;

    public string Name { get; } = node.Text("name");

    public Instant AddedAt { get; } = node.Moment("addedAtMs");

    public Instant NextHeartbeat { get; private set; } = node.Moment("firstHeartbeatMs");

    public Instant? LeaseRenewed { get; private set; }

    Instant? ILease.LastRenewal(Instant now) => LeaseRenewed;

    public bool IsUp { get; set; } = true;

    public bool IsReady { get; set; } = true;

    public bool IsDue(Instant now) => NextHeartbeat <= now;

    public void Beat() => NextHeartbeat += Period;

    public void Renew(Instant now) => LeaseRenewed = now;

    /// <summary>The node's object as it appears.</summary>
    public Node First(Instant now)
    {
        Renew(now);
        _statusWritten = now;
        return new Node
        {
            Metadata = new ObjectMeta
            {
                Name = Name,
                Labels = LabelSet.Of((WellKnownLabels.TopologyZone, _zone)),
                CreationTimestamp = now.TruncatedToSecond,
            },
            Status = new NodeStatus
            {
                Conditions =
                [
                    Said(NodeConditionType.MemoryPressure, ConditionStatus.False, now),
                    Said(NodeConditionType.DiskPressure, ConditionStatus.False, now),
                    Said(NodeConditionType.PidPressure, ConditionStatus.False, now),
                    Said(NodeConditionType.Ready, ConditionStatus.True, now),
                ],
            },
        };
    }

    /// <summary>What it writes now; null if there is nothing new.</summary>
    public Node? Report(Node stored, Instant now)
    {
        var isSame = stored.Status.Conditions.All(condition => condition.Status == Wanted(condition.Type));
        if (isSame && now - _statusWritten < StatusPeriod) return null;
        _statusWritten = now;
        return stored with { Status = stored.Status with { Conditions = [.. stored.Status.Conditions.Select(old => Written(old, now))] } };
    }

    private ConditionStatus Wanted(string type) =>
        type == NodeConditionType.Ready && IsReady ? ConditionStatus.True : ConditionStatus.False;

    private NodeCondition Written(NodeCondition old, Instant now)
    {
        var said = Said(old.Type, Wanted(old.Type), now);
        return old.Status == said.Status ? said with { LastTransitionTime = old.LastTransitionTime } : said;
    }

    private static NodeCondition Said(string type, ConditionStatus status, Instant now) =>
        new(type, status, "Kubelet", now.TruncatedToSecond, now.TruncatedToSecond);
}
