using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Status;
using Simulator.World.Observations;

namespace Simulator.World.Nodes;

/// <summary>
/// The part of the kubelets that is not arithmetic: pods reach them through a watch, and a node whose object does not say what its kubelet
/// would is written at its next beat.
/// </summary>
internal sealed class NodeReporter(
    Simulation simulation, StatusChanges changes, Topology topology, SimulatedApiServer server, LatencyModel latency,
    ObservationLog log) : IWatcher
{
    private Instant Now => Instant.FromStart(simulation.Now);

    private ObjectStore Store => server.Store;

    public void Start()
    {
        _ = new Watch(simulation, latency, Store, ["Pod"], this);
        Store.Committed += OnCommitted;
        changes.Changed += machine => ReportAtNextBeat(topology.Find(machine.Name)!);
        foreach (var node in topology.Nodes.Where(static node => node.Kubelet.Facts.VolumesInUse.Count > 0)) ReportAtNextBeat(node);
    }

    /// <summary>A node that is cut off misses the event and finds out when it is back.</summary>
    public void Deliver(in WatchEvent watchEvent)
    {
        var pod = (Pod)watchEvent.Object;
        if (pod.IsAssigned && topology.Find(pod.NodeName) is { IsBeating: true, Heartbeat.IsHeld: false, Kubelet.IsHanging: false } node)
        {
            node.Kubelet.Deliver(watchEvent);
        }
    }

    /// <summary>
    /// A kubelet starts to report, and lists its pods: after a boot at once, after a cut with its reflector's next try (once a second,
    /// pkg/client/cache/reflector.go).
    /// </summary>
    public void Reconnect(SimulatedNode node)
    {
        if (!node.IsConnected) return;
        if (!server.IsUp)
        {
            simulation.ScheduleAt(node.Heartbeat.Next(simulation.Now), () => Reconnect(node));
            return;
        }

        if (node.IsBeating) return;
        node.Heartbeat.Start(simulation.Now);
        log.Write(ObservationKind.NodeCameBack, node.Name);
        if (node.Kubelet.HasJustBooted) List(node);
        else simulation.ScheduleAt(node.Kubelet.NextSecond(simulation.Now), () => List(node));
        Report(node);
    }

    /// <summary>
    /// The API server that it is connected to goes on: the events of its watch come, and what is to be said is said with the next write.
    /// </summary>
    public void CatchUp(SimulatedNode node)
    {
        if (!node.IsBeating) return;
        node.Kubelet.Resync(Store.PodsOn(node.Name));
        ReportAtNextBeat(node);
    }

    private void List(SimulatedNode node)
    {
        if (!node.IsBeating) return;
        if (server.IsUp) node.Kubelet.Resync(Store.PodsOn(node.Name));
        else simulation.ScheduleAt(node.Heartbeat.Next(simulation.Now), () => List(node));
    }

    private void OnCommitted(WatchEvent commit)
    {
        if (commit.Object is not Node stored || commit.Type == WatchEventType.Deleted) return;
        if (topology.Find(stored.Name) is { IsBeating: true } node && !NodeConditions.IsSaid(stored, node.Kubelet.Facts, Now))
        {
            ReportAtNextBeat(node);
        }
    }

    private void ReportAtNextBeat(SimulatedNode node) => simulation.ScheduleAt(node.Heartbeat.Next(simulation.Now), () => Report(node));

    private void Report(SimulatedNode node)
    {
        if (!node.IsBeating || Store.Find<Node>("Node", new ObjectKey("", node.Name)) is not { } stored) return;
        if (NodeConditions.RoomIsSaidFrom(stored, node.Kubelet.Facts) is { } due && due > Now)
        {
            simulation.ScheduleAt(node.Heartbeat.Next(due.SinceStart), () => Report(node));
        }
        if (NodeConditions.IsSaid(stored, node.Kubelet.Facts, Now)) return;
        if (!server.IsUp || !node.Heartbeat.IsDue(simulation.Now))
        {
            ReportAtNextBeat(node);
            return;
        }

        var report = stored with
        {
            Status = NodeConditions.Of(stored, node.Kubelet.Facts, Now),
            Metadata = stored.Metadata with { ResourceVersion = 0 },
        };
        server.Execute(new UpdateStatusRequest(report), Now);
    }
}
