using Simulator.Api;

namespace Simulator.Scenarios.Conformance.Lifecycle;

/// <summary>Terminating pods that a living kubelet will remove, at the first moment 60 ms past a tenth of a second.</summary>
internal sealed class LifecyclePodRemovals(TimeSpan delay, LifecycleApi api, LifecycleLog log)
{
    private readonly SortedDictionary<string, (string Node, Instant Due)> _due = new(StringComparer.Ordinal);

    public Instant? Next => _due.Count == 0 ? null : _due.Values.Min(entry => entry.Due);

    public void Marked(Pod pod, bool isKubeletUp, Instant now)
    {
        if (isKubeletUp && !_due.ContainsKey(pod.Name)) _due.Add(pod.Name, (pod.NodeName, RemovalGrid.FirstAfter(now + delay)));
    }

    public void KubeletCameBack(string node, Instant now)
    {
        foreach (var pod in api.Pods.Where(pod => pod.NodeName == node && pod.Metadata.IsBeingDeleted)) Marked(pod, isKubeletUp: true, now);
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
            if (api.Pods.Find(pod => pod.Name == name) is not { } pod) continue;
            log.Add(now, "podRemovedByKubelet", name);
            api.RemovePod(pod);
        }
    }
}
