using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>Required affinity and anti-affinity to pods (predicates.go, PodAffinityChecker). Registered, not a default in 1.3.</summary>
public sealed class MatchInterPodAffinity(SchedulerSettings settings) : IPredicate
{
    private readonly PodAffinityMatcher _matcher = new(settings.FailureDomains);

    public SchedulerSettings Settings => settings;

    public bool CanReject(Pod pod) =>
        pod.Spec.Affinity is { IsBroken: true } or { Value.PodAffinity: not null } or { Value.PodAntiAffinity: not null };

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state) => Verdict.FitsIf(IsMatch(pod, node, state), "MatchInterPodAffinity");

    private bool IsMatch(Pod pod, NodeInfo node, ClusterState state)
    {
        if (pod.Spec.Affinity.IsBroken) return false;
        var affinity = pod.Spec.Affinity.Value;
        return (affinity?.PodAffinity is not { } attraction || attraction.Required.All(term => IsSatisfied(term, pod, node, state)))
            && (affinity?.PodAntiAffinity is not { } repulsion || IsKeptApart(repulsion, pod, node, state));
    }

    private bool IsSatisfied(PodAffinityTerm term, Pod pod, NodeInfo node, ClusterState state)
    {
        foreach (var existing in AllPods(state))
        {
            var match = _matcher.Check(term, existing.Pod, existing.Node, pod, node);
            if (match == PodAffinityMatcher.Match.Error) return false;
            if (match == PodAffinityMatcher.Match.Yes) return true;
        }

        return IsWaived(term, pod, state);
    }

    /// <summary>The first pod of a group that wants to be together: it matches its own term and no other pod anywhere does.</summary>
    private static bool IsWaived(PodAffinityTerm term, Pod pod, ClusterState state)
    {
        // Quirk: the namespaces must name the pod's own, so "namespaces: []" (all) is never waived.
        var namesOwnNamespace = term.Namespaces?.Contains(pod.Namespace) ?? true;
        if (!namesOwnNamespace) return false;
        if (!PodAffinityMatcher.TrySelect(term, pod.Metadata.Labels, out var selectsItself) || !selectsItself) return false;
        return !AllPods(state).Any(existing =>
            PodAffinityMatcher.IsInNamespaces(term, pod, existing.Pod.Namespace)
            && PodAffinityMatcher.TrySelect(term, existing.Pod.Metadata.Labels, out var selected) && selected);
    }

    /// <summary>Quirk: the anti-affinity of existing pods is looked at only if the new pod has such a section itself.</summary>
    private bool IsKeptApart(PodAffinity repulsion, Pod pod, NodeInfo node, ClusterState state)
    {
        foreach (var existing in AllPods(state))
        {
            foreach (var term in repulsion.Required)
            {
                if (_matcher.Check(term, existing.Pod, existing.Node, pod, node) != PodAffinityMatcher.Match.No) return false;
            }

            if (existing.Pod.Spec.Affinity.IsBroken) return false;
            foreach (var term in existing.Pod.Spec.Affinity.Value?.PodAntiAffinity?.Required ?? [])
            {
                if (_matcher.Check(term, pod, node, existing.Pod, existing.Node) != PodAffinityMatcher.Match.No) return false;
            }
        }

        return true;
    }

    private static IEnumerable<CachedPod> AllPods(ClusterState state) => state.Cache.AllNodes.SelectMany(node => node.Pods);
}
