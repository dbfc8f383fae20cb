using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>
/// 0.3.0: which nodes were to take the pods of which, so that the removal of one resets the clocks of those that had counted on the same
/// place (simulator/tracker.go).
/// </summary>
public sealed class UsageTracker
{
    /// <summary>Beyond so many the relation is no longer followed, and counts as one with everybody (maxUsageRecorded).</summary>
    private const int RecordedMax = 50;

    private readonly Dictionary<string, Usage> _usages = new(StringComparer.Ordinal);

    /// <summary>Pods of one node were to go to the other.</summary>
    public void Register(string from, string to, Instant now)
    {
        Of(from).Using.Add(to, now);
        Of(to).UsedBy.Add(from, now);
    }

    /// <summary>Forgets relations that were seen last before the cut-off.</summary>
    public void CleanUp(Instant cutoff)
    {
        var empty = new List<string>();
        foreach (var (node, usage) in _usages)
        {
            usage.Using.CleanUp(cutoff);
            usage.UsedBy.CleanUp(cutoff);
            if (usage.Using.IsEmpty && usage.UsedBy.IsEmpty) empty.Add(node);
        }

        foreach (var node in empty) _usages.Remove(node);
    }

    /// <summary>A node goes: it, and who had counted on the places that its pods take, are no longer unneeded.</summary>
    /// <param name="unneeded">Since when.</param>
    public void Remove(string node, IDictionary<string, Instant> unneeded)
    {
        var companions = Companions(node);
        Unregister(node);
        if (companions is null) unneeded.Clear();
        else foreach (var companion in companions) unneeded.Remove(companion);
        unneeded.Remove(node);
    }

    /// <summary>Null = everybody.</summary>
    private List<string>? Companions(string node)
    {
        if (!_usages.TryGetValue(node, out var usage)) return [];
        if (usage.Using.IsTooMany) return null;
        var companions = new List<string>();
        foreach (var place in usage.Using.Nodes)
        {
            if (!_usages.TryGetValue(place, out var other)) continue;
            if (other.UsedBy.IsTooMany) return null;
            companions.AddRange(other.UsedBy.Nodes);
        }

        return companions;
    }

    private void Unregister(string node)
    {
        if (!_usages.Remove(node, out var usage)) return;
        foreach (var place in usage.Using.Nodes) _usages.GetValueOrDefault(place)?.UsedBy.Remove(node);
        foreach (var user in usage.UsedBy.Nodes) _usages.GetValueOrDefault(user)?.Using.Remove(node);
    }

    private Usage Of(string node)
    {
        if (!_usages.TryGetValue(node, out var usage)) _usages.Add(node, usage = new Usage());
        return usage;
    }

    private sealed class Usage
    {
        public Relations Using { get; } = new();

        public Relations UsedBy { get; } = new();
    }

    private sealed class Relations
    {
        private readonly Dictionary<string, Instant> _nodes = new(StringComparer.Ordinal);

        public bool IsTooMany { get; private set; }

        public bool IsEmpty => !IsTooMany && _nodes.Count == 0;

        public IEnumerable<string> Nodes => _nodes.Keys;

        /// <summary>One that is full is too many even for a node that it has.</summary>
        public void Add(string node, Instant now)
        {
            if (_nodes.Count >= RecordedMax) IsTooMany = true;
            else _nodes[node] = now;
        }

        public void Remove(string node) => _nodes.Remove(node);

        public void CleanUp(Instant cutoff)
        {
            if (IsTooMany) return;
            foreach (var (node, at) in _nodes)
            {
                if (at < cutoff) _nodes.Remove(node);
            }
        }
    }
}
