using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Observations;

namespace Simulator.World.Nodes;

/// <summary>The part of the kubelets that is not arithmetic: pods reach them through a watch, and a node whose object does not say what its kubelet would is written at its next beat.</summary>
internal sealed class NodeReporter(Simulation simulation, KubeletContext context, Topology topology, ObjectStore store, ObservationLog log) : IWatcher
{
    private Instant Now => Instant.FromStart(simulation.Now);

    public void Start()
    {
        _ = new Watch(simulation, context.Latency, store, ["Pod"], this);
        store.Committed += OnCommitted;
        context.NodeStatusChanged = ReportAtNextBeat;
        foreach (var node in topology.Nodes.Where(static node => node.Kubelet.Mounts.InUse.Count > 0)) ReportAtNextBeat(node);
    }

    /// <summary>A node that is cut off misses the event and finds out when it is back.</summary>
    public void Deliver(in WatchEvent watchEvent)
    {
        var pod = (Pod)watchEvent.Object;
        if (pod.IsAssigned && topology.Find(pod.NodeName) is { IsBeating: true, IsServerFrozen: false, Kubelet.Hang.IsOn: false } node) node.Kubelet.Deliver(watchEvent);
    }

    /// <summary>A kubelet starts to report, and lists its pods: after a boot at once, after a cut with its reflector's next try (once a second, pkg/client/cache/reflector.go).</summary>
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
        if (node.Kubelet.HasJustBooted) List(node);
        else simulation.ScheduleAt(node.Kubelet.NextSecond(simulation.Now), () => List(node));
        Report(node);
    }

    /// <summary>The API server that it is connected to goes on: the events of its watch come, and what is to be said is said with the next write.</summary>
    public void CatchUp(SimulatedNode node)
    {
        if (!node.IsBeating) return;
        node.Kubelet.Resync(store.PodsOn(node.Name));
        ReportAtNextBeat(node);
    }

    private void List(SimulatedNode node)
    {
        if (!node.IsBeating) return;
        if (context.Server.IsUp) node.Kubelet.Resync(store.PodsOn(node.Name));
        else simulation.ScheduleAt(node.NextBeat(simulation.Now), () => List(node));
    }

    private void OnCommitted(WatchEvent commit)
    {
        if (commit.Object is not Node stored || commit.Type == WatchEventType.Deleted) return;
        if (topology.Find(stored.Name) is { IsBeating: true } node && !NodeConditions.IsSaid(stored, node, Now)) ReportAtNextBeat(node);
    }

    private void ReportAtNextBeat(SimulatedNode node) => simulation.ScheduleAt(node.NextBeat(simulation.Now), () => Report(node));

    private void Report(SimulatedNode node)
    {
        if (!node.IsBeating || store.Find<Node>("Node", new ObjectKey("", node.Name)) is not { } stored) return;
        if (NodeConditions.RoomIsSaidFrom(stored, node) is { } due && due > Now) simulation.ScheduleAt(node.NextBeat(due.SinceStart), () => Report(node));
        if (NodeConditions.IsSaid(stored, node, Now)) return;
        if (!context.Server.IsUp || !node.IsOnBeat(simulation.Now))
        {
            ReportAtNextBeat(node);
            return;
        }

        var report = stored with { Status = NodeConditions.Of(stored, node, Now), Metadata = stored.Metadata with { ResourceVersion = 0 } };
        context.Server.Execute(new UpdateStatusRequest(report), Now);
    }
}
