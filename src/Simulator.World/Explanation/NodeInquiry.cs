using Simulator.World.Observations;
using Simulator.World.Views;

namespace Simulator.World.Explanation;

/// <summary>Looks on while a scenario is run again, and tells what happened to one node.</summary>
/// <param name="cluster">Null: of any.</param>
public sealed class NodeInquiry(string node, string? cluster) : IObserver
{
    private readonly List<LifeEvent> _events = [];
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly TaintQueues _taints = new();
    private string _ready = "True";
    private TimeSpan _readySince;
    private TimeSpan? _evictedFirst;
    private IRunView? _run;
    private int _evictions;

    public bool IsFound => _places.ContainsKey(node);

    /// <summary>All nodes so far.</summary>
    public IEnumerable<string> Names => _places.Keys;

    public void Observe(in Observation observation)
    {
        if (cluster is not null && observation.Cluster != cluster) return;
        if (observation.Kind == ObservationKind.NodeAdded) _places[observation.Subject] = observation.Other;
        _taints.Observe(observation);
        if (observation.Subject != node) return;
        var (at, other) = (observation.At, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.MachineRequested: Tell(at, $"the cloud is asked for a machine of {other}"); break;
            case ObservationKind.MachineWaits: Tell(at, $"there is no machine for it: {other}"); break;
            case ObservationKind.MachineGiven: Tell(at, "the cloud has a machine for it, which boots"); break;
            case ObservationKind.NodeAdded: Tell(at, "its kubelet registers it"); break;
            case ObservationKind.MachineDeleted: Tell(at, $"its machine is gone: {other}"); break;
            case ObservationKind.NodeWentDown: Tell(at, $"{other} (nobody knows yet)"); break;
            case ObservationKind.NodeCameBack: Tell(at, "its kubelet answers again"); break;
            case ObservationKind.NodeReadyChanged: Mark(at, other); break;
            case ObservationKind.NodeTainted: Tell(at, "tainted NoExecute: its pods go as soon as they no longer tolerate it"); break;
            case ObservationKind.NodeEvicted: Evict(at); break;
            case ObservationKind.NodeRemoved: Tell(at, "its object was deleted"); break;
            case ObservationKind.NodeConditionChanged: Tell(at, other); break;
            case ObservationKind.NodeUnschedulableChanged: Tell(at, other == "True" ? "cordoned" : "uncordoned"); break;
        }
    }

    /// <summary>Also sees what drains do not get done. To be called before the run starts.</summary>
    public void Follow(IRunView run) => _run = run;

    /// <param name="now">To where the run has come.</param>
    public WhyNode Answer(TimeSpan now) =>
        new(node, _places[node], now, $"Ready is {_ready} since {Clock.Of(_readySince)}", _evictedFirst, _evictions, _events)
        {
            Waits = _taints.WaitOf(node) ?? Refusals() ?? "",
        };

    private string? Refusals()
    {
        var refused = (_run?.Clusters ?? []).Where(view => cluster is null || view.Spec.Name == cluster)
            .SelectMany(view => view.RefusedEvictions)
            .Where(refused => refused.Node == node)
            .ToList();
        if (refused.Count == 0) return null;
        var pods = refused.Count == 1 ? refused[0].Pod : $"{refused.Count:N0} pods, such as {refused[0].Pod}";
        return $"its drain to be allowed to evict {pods}, refused since {Clock.Of(refused.Min(entry => entry.Since))}: {refused[0].Why}";
    }

    private void Mark(TimeSpan at, string ready)
    {
        (_ready, _readySince) = (ready, at);
        Tell(
            at,
            ready == "Unknown"
                ? "marked: Ready is Unknown, its kubelet has been silent for the node-monitor-grace-period"
                : $"Ready is {ready}");
    }

    /// <summary>A silent node is evicted again and again: the first turn is told, the others are counted.</summary>
    private void Evict(TimeSpan at)
    {
        _evictions++;
        if (_evictedFirst is { } first && first > _readySince) return;
        _evictedFirst = at;
        Tell(at, "the node controller evicts its pods");
    }

    private void Tell(TimeSpan at, string text)
    {
        if (at > TimeSpan.Zero) _events.Add(new LifeEvent(at, text));
    }
}

/// <summary>Everything there is to say about one node at one moment.</summary>
/// <param name="Evictions">How often its turn came, each for a token.</param>
public sealed record WhyNode(
    string Node, string Zone, TimeSpan At, string State, TimeSpan? EvictedFirst, int Evictions, IReadOnlyList<LifeEvent> Events)
{
    /// <summary>What it waits for, as the end of a sentence; "" for nothing.</summary>
    public string Waits { get; init; } = "";
}
