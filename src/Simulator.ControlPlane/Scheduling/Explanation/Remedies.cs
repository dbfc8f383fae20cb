using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Explanation;

/// <summary>What single change would let a pod fit. Nothing is claimed that the predicates in force have not been asked.</summary>
internal sealed class Remedies(DecisionMoment moment, PlainDecider rule)
{
    private const int NamedMax = 3;

    /// <summary>Nodes that are rebuilt with a pod less, at most: each costs as much as its pods.</summary>
    private const int RebuiltMax = 50;

    private readonly Pod _pod = moment.Pod;

    public IReadOnlyList<string> Find(IReadOnlyList<NodeInfo> candidates, IReadOnlyList<SpareNode> spares) =>
        [.. MoreNodes(spares), .. NodesBack(), .. Tolerated(candidates), .. Unselective(candidates), .. Smaller(candidates),
            .. OneFewer(candidates)];

    /// <summary>One title a kind of node; a kind that fits in some zones only is named with those.</summary>
    private IEnumerable<string> MoreNodes(IReadOnlyList<SpareNode> spares)
    {
        foreach (var kind in spares.GroupBy(spare => spare.Title, StringComparer.Ordinal))
        {
            var zones = kind.Where(spare => Fits(_pod, Alone(spare.Node, []))).Select(spare => spare.Zone).ToList();
            if (zones.Count == kind.Count()) yield return $"1 more {kind.Key} in any zone";
            else if (zones.Count > 0) yield return $"1 more {kind.Key} in {string.Join(" or ", zones)}";
        }
    }

    /// <summary>Nodes that were left out for their state alone.</summary>
    private IEnumerable<string> NodesBack() => moment.State.Cache.Nodes
        .Where(node => !node.IsCandidate && Fits(_pod, node))
        .GroupBy(NodeState.WhyNoCandidate, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"any of {group.Count():N0} nodes back ({group.Key})");

    private IEnumerable<string> Tolerated(IReadOnlyList<NodeInfo> candidates)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in candidates)
        {
            if (node.Taints.Value is not { Count: > 0 } taints || rule.Check(_pod, node).Reason != "PodToleratesNodeTaints") continue;
            var text = string.Join(" and ", taints.Select(RejectionDetail.Text));
            if (tried.Contains(text) || !Fits(Tolerating(taints), node)) continue;
            tried.Add(text);
        }

        return tried.Order(StringComparer.Ordinal).Take(NamedMax).Select(text => $"taint {text} tolerated");
    }

    private Pod Tolerating(IReadOnlyList<Taint> taints)
    {
        IReadOnlyList<Toleration> added =
        [
            .. _pod.Spec.Tolerations.Value ?? [], .. taints.Select(taint => new Toleration(taint.Key, "Equal", taint.Value, taint.Effect)),
        ];
        return _pod with { Spec = _pod.Spec with { Tolerations = new Parsed<IReadOnlyList<Toleration>>(added) } };
    }

    private IEnumerable<string> Unselective(IReadOnlyList<NodeInfo> candidates)
    {
        if (_pod.Spec.NodeSelector.Count == 0) return [];
        var free = _pod with { Spec = _pod.Spec with { NodeSelector = LabelSet.Empty } };
        return candidates.Any(node => Fits(free, node)) ? ["without its nodeSelector"] : [];
    }

    /// <summary>For pods of one container: the largest CPU or memory request that fits somewhere, all else as it is.</summary>
    private IEnumerable<string> Smaller(IReadOnlyList<NodeInfo> candidates)
    {
        if (_pod.Spec.Containers.Count != 1 || _pod.Spec.InitContainers.Count > 0) yield break;
        if (Largest(
            ResourceNames.Cpu, candidates, "Insufficient CPU",
            node => Quantity.FromMilli(node.AllocatableMilliCpu - node.RequestedMilliCpu)) is { } cpu)
        {
            yield return $"a CPU request of at most {cpu}";
        }
        if (Largest(
            ResourceNames.Memory, candidates, "Insufficient Memory",
            node => Quantity.FromUnits(node.AllocatableMemory - node.RequestedMemory)) is { } memory)
        {
            yield return $"a memory request of at most {memory}";
        }
    }

    private Quantity? Largest(string resource, IReadOnlyList<NodeInfo> candidates, string reason, Func<NodeInfo, Quantity> free) =>
        candidates
        .Where(node => free(node).Nanos > 0 && rule.Check(_pod, node).Reason == reason && Fits(Asking(resource, free(node)), node))
        .Select(node => (Quantity?)free(node)).Max();

    private Pod Asking(string resource, Quantity amount)
    {
        var container = _pod.Spec.Containers[0];
        var requests = container.Requests.Amounts.ToArray()
            .Where(entry => entry.Key != resource)
            .Append(KeyValuePair.Create(resource, amount));
        return _pod with { Spec = _pod.Spec with { Containers = [container with { Requests = ResourceList.Of(requests) }] } };
    }

    /// <summary>One pod of the same labels less, on a node where it is.</summary>
    private IEnumerable<string> OneFewer(IReadOnlyList<NodeInfo> candidates)
    {
        var alike = candidates.Where(node => LikeMe(node) is not null).Take(RebuiltMax)
            .FirstOrDefault(node => Fits(_pod, Alone(node.Node!, node.Pods.Where(pod => pod != LikeMe(node)))));
        if (alike is null) return [];
        return [_pod.Metadata.GenerateName.Length > 0
            ? $"{_pod.Metadata.GenerateName}* scaled down by 1"
            : $"{LikeMe(alike)!.Pod.Name} deleted"];
    }

    private CachedPod? LikeMe(NodeInfo node) =>
        _pod.Metadata.Labels.Count == 0
            ? null
            : node.Pods.FirstOrDefault(pod => pod.Pod.Namespace == _pod.Namespace && pod.Pod.Metadata.Labels.SameAs(_pod.Metadata.Labels));

    /// <summary>The node as it would be with these pods only, for predicates that look at the node alone.</summary>
    private static NodeInfo Alone(Node node, IEnumerable<CachedPod> pods)
    {
        var scratch = new SchedulerCache();
        scratch.SetNode(node);
        foreach (var pod in pods) scratch.AddPod(pod.Pod);
        return scratch.Find(node.Name)!;
    }

    private bool Fits(Pod pod, NodeInfo node) => rule.Check(pod, node).IsFit;
}
