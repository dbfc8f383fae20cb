using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.World.Observations;

namespace Simulator.Studies.Risk.Losses;

/// <summary>Follows the replicas of one cluster, and knows at each moment what the missing ones wait for.</summary>
internal sealed class ClusterLosses(NodeLifecycleOptions flags)
{
    private readonly Dictionary<string, PodState> _pods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeState> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkloadState> _workloads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServiceLoss> _services = new(StringComparer.Ordinal);

    /// <summary>Markings in their order, and so in the order in which their timeouts are over.</summary>
    private readonly Queue<(TimeSpan Due, NodeState Node, int Marking)> _deadlines = new();

    public IReadOnlyCollection<ServiceLoss> Services => _services.Values;

    public WorkloadState Workload(string name)
    {
        if (!_workloads.TryGetValue(name, out var workload)) _workloads.Add(name, workload = new WorkloadState());
        return workload;
    }

    public void Add(string service, ServiceLoss loss) => _services.Add(service, loss);

    /// <summary>Everything stayed as it is until this moment, but for timeouts that were over meanwhile.</summary>
    public void MoveTo(TimeSpan at)
    {
        while (_deadlines.TryPeek(out var next) && next.Due <= at)
        {
            _deadlines.Dequeue();
            if (next.Node.Marking != next.Marking || next.Node.IsReady) continue;
            next.Node.IsOverdue = true;
            Recount(next.Node, next.Due);
        }
    }

    public void Observe(in Observation fact)
    {
        MoveTo(fact.At);
        switch (fact.Kind)
        {
            case ObservationKind.NodeAdded: _nodes[fact.Subject] = new NodeState(); break;
            case ObservationKind.NodeReadyChanged: OnReadyChanged(fact); break;
            case ObservationKind.NodeRemoved: OnNodeRemoved(fact); break;
            case ObservationKind.WorkloadScaled: OnScaled(fact); break;
            case ObservationKind.PodCreated: OnCreated(fact); break;
            case ObservationKind.TrafficChanged:
                _services.GetValueOrDefault(fact.Subject)?.SetRates(
                fact.At, fact.Value, fact.Extra); break;
            case ObservationKind.LatencyChanged: _services.GetValueOrDefault(fact.Subject)?.HasLoad = true; break;
            default: OnPod(fact); break;
        }
    }

    private void OnReadyChanged(in Observation fact)
    {
        if (!_nodes.TryGetValue(fact.Subject, out var node)) return;
        var ready = fact.Other == "True";
        if (ready == node.IsReady) return;
        (node.IsReady, node.IsOverdue) = (ready, false);
        node.Marking++;
        if (!ready) _deadlines.Enqueue((fact.At + GraceLeft(fact.Other), node, node.Marking));
        Recount(node, fact.At);
    }

    /// <summary>The timeout of a silent node counts from its last word (NodeMonitor), that of one that says so itself from there.</summary>
    private TimeSpan GraceLeft(string ready) =>
        flags.PodEvictionTimeout - (ready == "Unknown" ? flags.NodeMonitorGracePeriod : TimeSpan.Zero);

    /// <summary>Its pods wait for whoever deletes them.</summary>
    private void OnNodeRemoved(in Observation fact)
    {
        if (!_nodes.Remove(fact.Subject, out var node)) return;
        (node.IsReady, node.IsOverdue) = (false, true);
        node.Marking++;
        Recount(node, fact.At);
    }

    private void OnScaled(in Observation fact)
    {
        var workload = Workload(fact.Subject);
        foreach (var service in workload.Services) service.MoveTo(fact.At);
        workload.IsPerNode = fact.Other == "DaemonSet";
        workload.Desired = (int)fact.Value;
    }

    private void OnCreated(in Observation fact)
    {
        if (_pods.Remove(fact.Subject, out var old)) Leave(old, fact.At);
        if (fact.Other.Length == 0) return;
        var pod = new PodState(Workload(fact.Other));
        _pods.Add(fact.Subject, pod);
        Recount(pod, fact.At);
    }

    private void OnPod(in Observation fact)
    {
        if (!IsOfPods(fact.Kind) || !_pods.TryGetValue(fact.Subject, out var pod)) return;
        switch (fact.Kind)
        {
            case ObservationKind.PodBound: Bind(pod, fact.Other); break;
            case ObservationKind.PodReady: pod.IsReady = true; break;
            case ObservationKind.PodNotReady: pod.IsReady = false; break;
            case ObservationKind.PodServing: pod.Serves = true; break;
            case ObservationKind.PodStoppedServing: pod.Serves = false; break;
            case ObservationKind.PodRemoved:
                _pods.Remove(fact.Subject);
                Leave(pod, fact.At);
                return;
            default: pod.IsLeaving = true; break;
        }

        Recount(pod, fact.At);
    }

    private static bool IsOfPods(ObservationKind kind) => kind is ObservationKind.PodBound
        or ObservationKind.PodReady or ObservationKind.PodNotReady or ObservationKind.PodServing or ObservationKind.PodStoppedServing
        or ObservationKind.PodDeletionMarked or ObservationKind.PodFinished or ObservationKind.PodRemoved;

    private void Bind(PodState pod, string name)
    {
        if (pod.Node is not null || !_nodes.TryGetValue(name, out var node)) return;
        pod.Node = node;
        node.Pods.Add(pod);
    }

    private static void Leave(PodState pod, TimeSpan at)
    {
        pod.IsLeaving = true;
        pod.Node?.Pods.Remove(pod);
        Recount(pod, at);
    }

    private static void Recount(NodeState node, TimeSpan at)
    {
        foreach (var pod in node.Pods) Recount(pod, at);
    }

    private static void Recount(PodState pod, TimeSpan at)
    {
        var (counts, part) = (!pod.IsLeaving, pod.Part);
        if (counts == pod.IsCounted && part == pod.Counted) return;
        var workload = pod.Workload;
        foreach (var service in workload.Services) service.MoveTo(at);
        if (pod.IsCounted) workload.Add(pod.Counted, -1);
        if (counts) workload.Add(part, 1);
        (pod.IsCounted, pod.Counted) = (counts, part);
    }
}
