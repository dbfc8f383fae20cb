using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>
/// How far a cluster that was found fits the rules of its own scheduler: whether each running pod, with all others in place, would be
/// accepted by the node that it is on.
/// </summary>
/// <param name="Running">Pods that run, but for static ones, which nobody has placed.</param>
/// <param name="Accepted">Those whose own node accepts them.</param>
/// <param name="Static">Pods that their kubelets made.</param>
/// <param name="Rejections">Why the others are not accepted, most first.</param>
public sealed record FoundFit(int Running, int Accepted, int Static, IReadOnlyList<FoundRejection> Rejections)
{
    /// <summary>From 0 to 1; 1 of a cluster without pods.</summary>
    public double Share => Running == 0 ? 1 : (double)Accepted / Running;

    public static FoundFit Of(IClusterView cluster)
    {
        var view = new SchedulerView(cluster.Spec.Scheduler, cluster.Store);
        var nodes = view.State.Cache.Nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        var (running, accepted, mirrors) = (0, 0, 0);
        var rejections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pod in cluster.Store.List("Pod").Cast<Pod>().Where(pod => pod is { IsAssigned: true, Status.Phase: PodPhase.Running }))
        {
            if (pod.Metadata.Annotations.ContainsKey(WellKnownAnnotations.MirrorPod))
            {
                mirrors++;
                continue;
            }

            if (!nodes.TryGetValue(pod.NodeName, out var node)) continue;
            running++;
            if (WhyNot(view, pod, node) is not { } reason) accepted++;
            else if (rejections.TryGetValue(reason, out var pods)) pods.Add(pod.Key.ToString());
            else rejections.Add(reason, [pod.Key.ToString()]);
        }

        return new FoundFit(running, accepted, mirrors, [.. rejections
            .Select(reason => new FoundRejection(reason.Key, reason.Value.Count, [.. reason.Value.Take(3)]))
            .OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Reason, StringComparer.Ordinal)]);
    }

    /// <summary>A daemon's pod is not the scheduler's: 1.3's controller and the kubelet look at the general predicates.</summary>
    private static string? WhyNot(SchedulerView view, Pod pod, NodeInfo node)
    {
        view.Deliver(new WatchEvent(WatchEventType.Deleted, pod, pod));
        var verdict = pod.Metadata.CreatedBy is { Kind: "DaemonSet" }
            ? new GeneralPredicates().Check(pod, node, view.State)
            : view.Rule.Check(pod, node);
        view.Deliver(new WatchEvent(WatchEventType.Added, pod, null));
        return verdict.Reason ?? verdict.Error;
    }
}

/// <param name="Pods">Some of them, "namespace/name".</param>
public sealed record FoundRejection(string Reason, int Count, IReadOnlyList<string> Pods);
