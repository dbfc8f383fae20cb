using Simulator.Reports.Measures.Money;
using Simulator.World.Observations;

namespace Simulator.Reports.Measures;

internal sealed partial class ClusterFold
{
    private void OnPodCreated(in Observation fact)
    {
        // A pet comes back under its name: what is left of its forerunner no longer counts.
        if (_pods.Remove(fact.Subject, out var old)) Leave(old, fact.At);
        var pod = new PodLife
        {
            Name = fact.Subject,
            Cluster = name,
            Owner = fact.Other,
            CreatedAt = fact.At,
            MilliCpu = fact.Value,
            Memory = fact.Extra,
            Workload = fact.Other.Length == 0 ? null : WorkloadOf(fact.Other, fact.At),
        };
        _pods.Add(pod.Name, pod);
        _lastPod = pod;
        _allPods.Add(pod);
        totals.Pods++;
        totals.PendingPods++;
        Stateful.Pets.OnCreated(pod);
        if (fact.At <= TimeSpan.Zero) return;
        _newPods++;
        totals.PodsCreated++;
    }

    private void OnPodBound(in Observation fact)
    {
        if (PodOf(fact.Subject) is not { } pod || pod.Node is not null) return;
        (pod.BoundAt, pod.BoundTo) = (fact.At, fact.Other);
        totals.PendingPods--;
        if (!_nodes.TryGetValue(fact.Other, out var node)) return;
        pod.Node = node;
        node.Pods++;
        node.Zone.Add(pod, 1);
        Bill.Charge(pod, node, fact.At);
    }

    private void OnPodReady(in Observation fact)
    {
        if (PodOf(fact.Subject) is not { } pod) return;
        pod.ReadyAt ??= fact.At;
        pod.ApiReady = true;
        Recount(pod, fact.At);
    }

    private void OnPodNotReady(in Observation fact)
    {
        if (PodOf(fact.Subject) is not { } pod) return;
        pod.NotReadyAt = fact.At;
        pod.ApiReady = false;
        Recount(pod, fact.At);
    }

    private void OnServing(in Observation fact)
    {
        if (PodOf(fact.Subject) is not { } pod || !RunsOn(pod, fact.Other)) return;
        pod.Serves = true;
        Recount(pod, fact.At);
    }

    private void OnStoppedServing(in Observation fact)
    {
        if (PodOf(fact.Subject) is not { } pod || !RunsOn(pod, fact.Other)) return;
        pod.StoppedServingAt = fact.At;
        pod.Serves = false;
        Recount(pod, fact.At);
    }

    private void OnPodFinished(in Observation fact)
    {
        if (PodOf(fact.Subject) is { } pod)
        {
            if (pod.RemovedAt is null) pod.Node?.Zone.Finish(pod);
            pod.IsFinished = true;
            Bill.End(pod, fact.At);
        }

        Mishaps.Observe(fact);
    }

    private void OnPodMarked(in Observation fact)
    {
        if (PodOf(fact.Subject) is not { } pod) return;
        if (pod is { MarkedAt: null, Node.DrainedBy: { } maintenance }) maintenance.Drained++;
        pod.MarkedAt ??= fact.At;
        if (pod.Node is { EvictionAt: { } evictionAt, ApiReady: false } node) NoteEviction(node, evictionAt);
        Recount(pod, fact.At);
    }

    private void OnPodRemoved(in Observation fact)
    {
        if (PodOf(fact.Subject) is not { } pod || pod.RemovedAt is not null) return;
        pod.RemovedAt = fact.At;
        totals.Pods--;
        if (pod.BoundAt is null) totals.PendingPods--;
        if (pod.Node is { } node) NotePodRemoved(node, pod);
        Bill.End(pod, fact.At);
        Recount(pod, fact.At);
    }

    /// <summary>Facts of one pod often come together, and share its name's text: it is not looked up for each of them.</summary>
    private PodLife? PodOf(string subject)
    {
        if (ReferenceEquals(subject, _lastPod?.Name)) return _lastPod;
        var pod = _pods.GetValueOrDefault(subject);
        if (pod is not null) _lastPod = pod;
        return pod;
    }

    /// <summary>A node that comes back stops containers of pods that the API has forgotten, and whose name lives elsewhere.</summary>
    private static bool RunsOn(PodLife pod, string node) => node.Length == 0 || pod.Node is null || pod.Node.Name == node;

    private void Leave(PodLife pod, TimeSpan at)
    {
        (pod.ApiReady, pod.Serves) = (false, false);
        Bill.End(pod, at);
        Recount(pod, at);
    }

    private void Recount(PodLife pod, TimeSpan at)
    {
        var counts = pod.Counts;
        if (counts == pod.Counted || pod.Workload is not { } workload) return;
        pod.Pet?.Note(at);
        var difference = counts - pod.Counted;
        pod.Counted = counts;
        if (!workload.IsPerNode) totals.Replicas += difference;
        else if (pod.Node is { } node) Daemons.Change(workload, node, difference.Usable, at);
        var before = Shortage.Of(workload);
        workload.Change(at, difference);
        totals.Note(before, Shortage.Of(workload));
        Scaling.OnChanged(workload, at, pod);
    }
}
