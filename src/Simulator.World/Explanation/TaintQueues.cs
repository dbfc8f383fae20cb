using Simulator.World.Observations;

namespace Simulator.World.Explanation;

/// <summary>Where the nodes of one cluster wait for the taints by which their pods are evicted, as the observations tell it.</summary>
public sealed class TaintQueues : IObserver
{
    private const string Manager = "controller-manager";

    private readonly SortedDictionary<string, BlockedQueue> _blocked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string State, long Rate, TimeSpan Since)> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _zones = new(StringComparer.Ordinal);

    /// <summary>Nodes that are not ready and wait for their taint.</summary>
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);

    private string _leader = "";

    /// <summary>By zone. Queues live in the memory of their process.</summary>
    public IReadOnlyCollection<BlockedQueue> Blocked => _blocked.Values;

    public void Observe(in Observation observation)
    {
        var (subject, other) = (observation.Subject, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.NodeAdded: _zones[subject] = other; break;
            case ObservationKind.NodeRemoved or ObservationKind.NodeTainted: _waiting.Remove(subject); break;
            case ObservationKind.NodeReadyChanged when other == "True": _waiting.Remove(subject); break;
            case ObservationKind.NodeReadyChanged: _waiting.Add(subject); break;
            case ObservationKind.ZoneJudged: _states[subject] = (other, observation.Value, observation.At); break;
            case ObservationKind.TaintQueueChanged when other.Length == 0: _blocked.Remove(subject); break;
            case ObservationKind.TaintQueueChanged: _blocked[subject] = new BlockedQueue(subject, other, observation.At); break;
            case ObservationKind.LeaderChanged when subject == Manager: _leader = other; _blocked.Clear(); break;
            case ObservationKind.ComponentStopped when IsLeading(subject): _blocked.Clear(); break;
        }
    }

    /// <summary>Why a node that is not ready has no NoExecute taint, as the end of a sentence; null: it waits for none.</summary>
    public string? WaitOf(string node)
    {
        if (!_waiting.Contains(node) || !_zones.TryGetValue(node, out var zone)) return null;
        if (_blocked.TryGetValue(zone, out var queue)) return $"its NoExecute taint, which it will not get: {queue.Sentence}";
        if (!_states.TryGetValue(zone, out var judged)) return null;
        if (judged.Rate > 0) return $"its NoExecute taint: {NamedZone(zone)} gives one node after another theirs (node-eviction-rate)";
        return judged.State == "FullDisruption"
            ? $"its NoExecute taint: no node of any zone is ready since {Clock.Of(judged.Since)}, and evictions stop"
            : $"its NoExecute taint: most nodes of {NamedZone(zone)} are not ready since {Clock.Of(judged.Since)}, and evictions stop "
                + "there (unhealthy-zone-threshold)";
    }

    /// <summary>Zones go without a name where nodes have no labels of theirs.</summary>
    internal static string NamedZone(string zone) => zone.Length > 0 ? $"zone {zone}" : "the nodes without a zone";

    /// <summary>Where nobody is elected there is one.</summary>
    private bool IsLeading(string program) =>
        _leader.Length > 0 ? program == _leader : program.StartsWith(Manager, StringComparison.Ordinal);
}

/// <summary>
/// The taint queue of a zone that an entry blocks which cannot be removed: a defect of Kubernetes 1.19 to at least this one.
/// </summary>
/// <param name="Zone">"": of the nodes that have none.</param>
/// <param name="Node">Whose entry it is: it came back before its turn.</param>
public sealed record BlockedQueue(string Zone, string Node, TimeSpan Since)
{
    /// <summary>Without its full stop.</summary>
    public string Sentence => $"the taint queue of {TaintQueues.NamedZone(Zone)} has been blocked since {Clock.Of(Since)} by a defect of "
        + $"this version, an entry of {Node} that nothing removes (mended by controller-manager: {{ taint-queue: fixed }})";
}
