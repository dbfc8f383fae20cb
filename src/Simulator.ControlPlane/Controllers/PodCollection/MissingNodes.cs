using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.PodCollection;

/// <summary>
/// Nodes that pods name and the watch does not know: after a quarantine they are asked for (gcOrphaned, discoverDeletedNodes in
/// gc_controller.go).
/// </summary>
internal sealed class MissingNodes(TimeSpan quarantine)
{
    private readonly SortedDictionary<string, Instant> _quarantined = new(StringComparer.Ordinal);

    public bool IsEmpty => _quarantined.Count == 0;

    /// <summary>Which nodes have to be asked for now, in name order. Those that are missed go into quarantine, again if need be.</summary>
    public List<string> Due(CollectablePods pods, Instant now)
    {
        List<string> due = [.. _quarantined.Where(entry => entry.Value <= now).Select(entry => entry.Key)];
        foreach (var node in due) _quarantined.Remove(node);
        foreach (var node in pods.UnknownNodes) _quarantined.TryAdd(node, now + quarantine);
        return due.FindAll(node => !pods.Knows(node));
    }
}
