using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// Deletes nodes that are not ready and that the cloud no longer has, one after the other; their pods are left to the pod collector
/// (MonitorNodes in staging/src/k8s.io/cloud-provider/controllers/nodelifecycle of 1.20). That it taints machines which are shut down is
/// left out: the provider of GCE does not tell.
/// </summary>
public sealed class CloudNodeController : PeriodicController
{
    private readonly ICloudInstances _cloud;
    private readonly IMapOrder _order;
    private readonly SortedSet<string> _suspects = new(StringComparer.Ordinal);

    /// <param name="period">--node-monitor-period.</param>
    /// <param name="start">When the process starts, and with it the first pass.</param>
    public CloudNodeController(TimeSpan period, Instant start, ICloudInstances cloud, IMapOrder order)
        : base(period, start, skipsIdle: true) => (_cloud, _order) = (cloud, order);

    public override string Name => "cloud-node-lifecycle-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Node"];

    private protected override bool HasWork => _suspects.Count > 0;

    private protected override void Observe(in WatchEvent change)
    {
        var node = (Node)change.Object;
        var isReady = node.Status.Condition(NodeConditionType.Ready) is { Status: ConditionStatus.True };
        if (change.Type == WatchEventType.Deleted || isReady) _suspects.Remove(node.Name);
        else _suspects.Add(node.Name);
    }

    private protected override IEnumerator<Wait> Pass()
    {
        List<string> suspects = [.. _suspects];
        _order.Shuffle(suspects);
        foreach (var node in suspects)
        {
            if (_cloud.Exists(node)) continue;
            Routines.Tell(new EventRequest(
                "DeletingNode", "Node", new ObjectKey("", node), $"Deleting node {node} because it does not exist in the cloud provider"));
            yield return new Call(new DeleteRequest("Node", new ObjectKey("", node)));
        }
    }
}
