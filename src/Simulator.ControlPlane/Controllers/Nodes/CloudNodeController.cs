using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// Deletes nodes that are not ready and that the cloud no longer has, one after the other; their pods are left to the pod collector
/// (MonitorNodes in staging/src/k8s.io/cloud-provider/controllers/nodelifecycle of 1.20). That it taints machines which are shut down is
/// left out: the provider of GCE does not tell.
/// </summary>
public sealed class CloudNodeController : IControlLoop
{
    private readonly ICloudInstances _cloud;
    private readonly IMapOrder _order;
    private readonly SortedSet<string> _suspects = new(StringComparer.Ordinal);
    private readonly RoutineSet _routines = new();
    private readonly PeriodicRoutine _pass;

    /// <param name="period">--node-monitor-period.</param>
    /// <param name="start">When the process starts, and with it the first pass.</param>
    public CloudNodeController(TimeSpan period, Instant start, ICloudInstances cloud, IMapOrder order)
    {
        (_cloud, _order) = (cloud, order);
        _pass = new PeriodicRoutine(period, start, Pass, now => _suspects.Count > 0 ? now : null);
    }

    public string Name => "cloud-node-lifecycle-controller";

    public IReadOnlyList<string> Watches { get; } = ["Node"];

    public Instant? NextWake => _pass.Next(_routines.Now);

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _routines.Now = now;
        var node = (Node)watchEvent.Object;
        var isReady = node.Status.Condition(NodeConditionType.Ready) is { Status: ConditionStatus.True };
        if (watchEvent.Type == WatchEventType.Deleted || isReady) _suspects.Remove(node.Name);
        else _suspects.Add(node.Name);
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        _routines.Now = now;
        _routines.Complete(response);
    }

    public void Wake(Instant now)
    {
        _routines.Now = now;
        if (_pass.Next(now) <= now) _pass.Run(_routines);
    }

    public void TakeRequests(List<ApiRequest> into) => _routines.TakeRequests(into);

    private IEnumerator<Wait> Pass()
    {
        List<string> suspects = [.. _suspects];
        _order.Shuffle(suspects);
        foreach (var node in suspects)
        {
            if (_cloud.Exists(node)) continue;
            _routines.Tell(new EventRequest(
                "DeletingNode", "Node", new ObjectKey("", node), $"Deleting node {node} because it does not exist in the cloud provider"));
            yield return new Call(new DeleteRequest("Node", new ObjectKey("", node)));
        }
    }
}
