using Simulator.Api;

namespace Simulator.Scenarios.Conformance.Lifecycle;

/// <summary>Terminating pods that a living kubelet will remove, at the first moment 60 ms past a tenth of a second.</summary>
internal sealed class TaintingRemovals(TimeSpan delay, TaintingApi api, LifecycleLog log)
{
    private readonly SortedDictionary<string, (string Node, Instant Due)> _due = new(StringComparer.Ordinal);

    public Instant? Next => _due.Count == 0 ? null : _due.Values.Min(entry => entry.Due);

    public void Observe(Pod pod, bool isKubeletUp, Instant now)
    {
        if (pod.Metadata.DeletionTimestamp is not { } marked || !isKubeletUp || _due.ContainsKey(pod.Name)) return;
        _due.Add(pod.Name, (pod.NodeName, RemovalGrid.FirstAfter((marked < now ? now : marked) + delay)));
    }

    public void KubeletCameBack(string node, Instant now)
    {
        foreach (var pod in api.Pods.Where(pod => pod.NodeName == node).ToList()) Observe(pod, isKubeletUp: true, now);
    }

    public void KubeletWentDown(string node)
    {
        foreach (var pod in _due.Where(entry => entry.Value.Node == node).Select(entry => entry.Key).ToList()) _due.Remove(pod);
    }

    public void Run(Instant now)
    {
        foreach (var name in _due.Where(entry => entry.Value.Due <= now).Select(entry => entry.Key).ToList())
        {
            _due.Remove(name);
            if (api.Pod(name) is null) continue;
            log.Add(now, "podRemovedByKubelet", name);
            api.RemovePod(name);
        }
    }
}
