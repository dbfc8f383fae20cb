using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>The part of the kubelets that is not arithmetic: pods reach them through a watch, and a node that the API server does not show as ready is reported ready at its next beat.</summary>
internal sealed class NodeReporter(Simulation simulation, KubeletContext context, Topology topology, ObjectStore store, ObservationLog log) : IWatcher
{
    public void Start()
    {
        _ = new Watch(simulation, context.Latency, store, ["Pod"], this);
        store.Committed += OnCommitted;
    }

    /// <summary>A node that is cut off misses the event and finds out when it is back.</summary>
    public void Deliver(in WatchEvent watchEvent)
    {
        var pod = (Pod)watchEvent.Object;
        if (pod.IsAssigned && topology.Find(pod.NodeName) is { IsBeating: true } node) node.Kubelet.Deliver(watchEvent);
    }

    /// <summary>The kubelet reaches the API server again: it reports at once and compares what should run with what does.</summary>
    public void Reconnect(SimulatedNode node)
    {
        if (!node.IsConnected) return;
        if (!context.Server.IsUp)
        {
            simulation.ScheduleAt(node.NextBeat(simulation.Now), () => Reconnect(node));
            return;
        }

        if (node.IsBeating) return;
        node.StartBeating(simulation.Now);
        log.Write(ObservationKind.NodeCameBack, node.Name);
        node.Kubelet.Resync(store.PodsOn(node.Name));
        ReportReady(node);
    }

    private void OnCommitted(WatchEvent commit)
    {
        if (commit.Object is not Node stored || commit.Type == WatchEventType.Deleted || IsReady(stored)) return;
        if (topology.Find(stored.Name) is not { IsBeating: true } node) return;
        simulation.ScheduleAt(node.NextBeat(simulation.Now), () => ReportReady(node));
    }

    private void ReportReady(SimulatedNode node)
    {
        if (!node.IsBeating || store.Find<Node>("Node", new ObjectKey("", node.Name)) is not { } stored || IsReady(stored)) return;
        if (!context.Server.IsUp)
        {
            simulation.ScheduleAt(node.NextBeat(simulation.Now), () => ReportReady(node));
            return;
        }

        var now = Instant.FromStart(simulation.Now);
        var conditions = stored.Status.Conditions.Select(condition => AsReported(condition, now)).ToArray();
        var report = stored with { Status = stored.Status with { Conditions = conditions }, Metadata = stored.Metadata with { ResourceVersion = 0 } };
        context.Server.Execute(new UpdateStatusRequest(report), now);
    }

    private static bool IsReady(Node node) => node.Status.Condition(NodeConditionType.Ready)?.Status == ConditionStatus.True;

    private static NodeCondition AsReported(NodeCondition condition, Instant now)
    {
        var (status, reason) = condition.Type switch
        {
            NodeConditionType.Ready => (ConditionStatus.True, "KubeletReady"),
            NodeConditionType.OutOfDisk => (ConditionStatus.False, "KubeletHasSufficientDisk"),
            _ => (condition.Status, condition.Reason),
        };
        var since = condition.Status == status ? condition.LastTransitionTime : now.TruncatedToSecond;
        return condition with { Status = status, Reason = reason, LastHeartbeatTime = now.TruncatedToSecond, LastTransitionTime = since };
    }
}
