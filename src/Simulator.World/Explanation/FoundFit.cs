using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;
using Simulator.World.Hosting;
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
    /// <summary>Whose rules they are: 1.3.10.</summary>
    public string Version { get; init; } = "";

    /// <summary>From 0 to 1; 1 of a cluster without pods.</summary>
    public double Share => Running == 0 ? 1 : (double)Accepted / Running;

    public static FoundFit Of(IClusterView cluster)
    {
        var rules = cluster.Spec.Version.Acceptance(new SchedulerSetting(cluster.Spec.Scheduler, new MeasuredDecisionPace()));
        foreach (var value in rules.Watches.SelectMany(cluster.Store.List))
        {
            rules.Deliver(new WatchEvent(WatchEventType.Added, value, null));
        }
        var nodes = cluster.Store.List("Node").Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var (running, accepted, mirrors) = (0, 0, 0);
        var rejections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pod in cluster.Store.List("Pod").Cast<Pod>().Where(pod => pod is { IsAssigned: true, Status.Phase: PodPhase.Running }))
        {
            if (pod.Metadata.Annotations.ContainsKey(WellKnownAnnotations.MirrorPod))
            {
                mirrors++;
                continue;
            }

            if (!nodes.Contains(pod.NodeName)) continue;
            running++;
            if (WhyNot(rules, pod) is not { } reason) accepted++;
            else if (rejections.TryGetValue(reason, out var pods)) pods.Add(pod.Key.ToString());
            else rejections.Add(reason, [pod.Key.ToString()]);
        }

        return new FoundFit(running, accepted, mirrors, [.. rejections
            .Select(reason => new FoundRejection(reason.Key, reason.Value.Count, [.. reason.Value.Take(3)]))
            .OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Reason, StringComparer.Ordinal)])
        { Version = cluster.Spec.Version.Name };
    }

    /// <summary>With all others in place, and the pod itself away.</summary>
    private static string? WhyNot(INodeAcceptance rules, Pod pod)
    {
        rules.Deliver(new WatchEvent(WatchEventType.Deleted, pod, pod));
        var reason = rules.WhyNot(pod, pod.NodeName);
        rules.Deliver(new WatchEvent(WatchEventType.Added, pod, null));
        return reason;
    }
}

/// <param name="Pods">Some of them, "namespace/name".</param>
public sealed record FoundRejection(string Reason, int Count, IReadOnlyList<string> Pods);
